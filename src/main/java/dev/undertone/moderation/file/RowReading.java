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

    static final int LONGEST_CHANNEL = 100;
    private static final int LONGEST_NAME = 200;
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
        NewSubmission submission = new NewSubmission(
                value(values, "externalId"),
                value(values, "channel").or(() -> channel).orElse(""),
                value(values, "author"),
                StorableText.of(values.getOrDefault("text", "")),
                value(values, "context").map(StorableText::of));
        ReadRow.Good good = new ReadRow.Good(row.line(), submission);
        return fault(submission)
                .<ReadRow>map(reason -> new ReadRow.Bad(good.rejected(reason)))
                .orElse(good);
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** Why a row can be no submission, without its own words. */
    private static Optional<String> fault(NewSubmission row) {
        if (TextFault.in(row.text()).filter(TextFault.BLANK::equals).isPresent()) {
            return Optional.of("the text has no readable character");
        }
        if (row.channel().isEmpty()) {
            return Optional.of("there is no channel, neither in the row nor for the whole file");
        }
        return tooLong("text", Optional.of(row.text()), LONGEST_TEXT)
                .or(() -> tooLong("context", row.context(), LONGEST_TEXT))
                .or(() -> name("channel", Optional.of(row.channel()), LONGEST_CHANNEL))
                .or(() -> name("externalId", row.externalId(), LONGEST_NAME))
                .or(() -> name("author", row.author(), LONGEST_NAME));
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
