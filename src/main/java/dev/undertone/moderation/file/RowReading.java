package dev.undertone.moderation.file;

import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.TextFault;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StorableText;
import dev.undertone.textfile.FieldNames;
import dev.undertone.textfile.FieldRow;
import dev.undertone.textfile.FieldRow.Broken;
import dev.undertone.textfile.FieldRow.Fields;
import dev.undertone.textfile.FieldRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes submissions of the rows of a file, from behind a line. */
final class RowReading {

    static final FieldNames NAMES = new FieldNames(Map.of(
            "text", "text",
            "externalid", "externalId",
            "external_id", "externalId",
            "channel", "channel",
            "author", "author",
            "context", "context"));

    private static final int LONGEST_TEXT = EmotionClassifier.MAX_TEXT_LENGTH;

    private final FieldRows rows;
    private final Optional<String> channel;

    RowReading(FieldRows rows, Optional<String> channel) {
        this.rows = rows;
        this.channel = channel;
    }

    /** The next rows behind a line, at most so many; none at the end of the file. */
    List<ReadRow> next(int most, long behindLine) {
        List<ReadRow> chunk = new ArrayList<>(most);
        while (chunk.size() < most && rows.hasNext()) {
            FieldRow row = rows.next();
            if (row.line() > behindLine) {
                chunk.add(read(row));
            }
        }
        return chunk;
    }

    private ReadRow read(FieldRow row) {
        if (row instanceof Broken broken) {
            return new ReadRow.Bad(new RejectedRow(broken.line(), broken.reason(), Optional.empty(), broken.written()));
        }
        Map<String, String> values = ((Fields) row).values();
        Optional<String> externalId = value(values, "externalId");
        Optional<String> where = value(values, "channel").or(() -> channel);
        Optional<String> author = value(values, "author");
        String text = StorableText.of(values.getOrDefault("text", ""));
        Optional<String> context = value(values, "context").map(StorableText::of);
        return fault(text)
                .or(() -> tooLong("context", context, LONGEST_TEXT))
                .or(() -> where.isEmpty()
                        ? Optional.of("there is no channel, neither in the row nor for the whole file")
                        : name("channel", where, NewSubmission.LONGEST_CHANNEL))
                .or(() -> name("externalId", externalId, NewSubmission.LONGEST_NAME))
                .or(() -> name("author", author, NewSubmission.LONGEST_NAME))
                .<ReadRow>map(reason -> new ReadRow.Bad(new RejectedRow(row.line(), reason, author, text)))
                .orElseGet(() -> new ReadRow.Good(
                        row.line(), new NewSubmission(externalId, where.orElseThrow(), author, text, context)));
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Why a text can be no submission, without its own words. */
    private static Optional<String> fault(String text) {
        return TextFault.in(text).filter(TextFault.BLANK::equals).isPresent()
                ? Optional.of("the text has no readable character")
                : tooLong("text", Optional.of(text), LONGEST_TEXT);
    }

    private static Optional<String> tooLong(String field, Optional<String> value, int longest) {
        return value.filter(present -> present.length() > longest)
                .map(present ->
                        "the " + field + " has " + present.length() + " characters, at most " + longest + " are taken");
    }

    /** Names are taken as they are or not at all, as two that differ must not become the same. */
    private static Optional<String> name(String field, Optional<String> value, int longest) {
        return tooLong(field, value, longest)
                .or(() -> value.filter(StorableText::isUnfitForNames)
                        .map(present -> "the " + field + " has a control character or half a character"));
    }
}
