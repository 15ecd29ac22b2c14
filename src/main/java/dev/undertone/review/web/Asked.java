package dev.undertone.review.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.StorableText;
import dev.undertone.policy.QueueName;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.ReviewStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What callers write, turned into what it means, or a refusal that names the field and what it can be. */
final class Asked {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ECHO = 60;

    /** {@link UUID#fromString} also takes shorter forms, under which one item would have many names. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Asked() {}

    static UUID id(String sort, String id) {
        if (!ID.matcher(id).matches()) {
            throw new NoSuchItem(sort, printable(id));
        }
        return UUID.fromString(id);
    }

    static Optional<QueueName> queue(@Nullable String queue) {
        if (queue == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QueueName(queue));
        } catch (IllegalArgumentException form) {
            throw RequestRefused.because("\"queue\" is \"" + printable(queue)
                    + "\", expected a name of 1 to 40 lower-case letters, digits and dashes, such as care, conduct or"
                    + " uncertain.");
        }
    }

    static Set<ReviewStatus> statuses(@Nullable List<@Nullable String> statuses) {
        return statuses == null
                ? Set.of()
                : statuses.stream().map(Asked::status).collect(Collectors.toSet());
    }

    private static ReviewStatus status(@Nullable String status) {
        String name = String.valueOf(status);
        return ReviewStatus.withName(name)
                .orElseThrow(() -> RequestRefused.unknown("status", name, ReviewStatus.names()));
    }

    static Optional<Emotion> emotion(String field, @Nullable String label) {
        return label == null
                ? Optional.empty()
                : Optional.of(Emotion.withLabel(label)
                        .orElseThrow(() -> RequestRefused.unknown(field, label, Emotion.labels())));
    }

    static Optional<Instant> time(String field, @Nullable String time) {
        if (time == null) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MICROS);
            // What neither database could keep is no due date either.
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
                throw new DateTimeException("out of bounds");
            }
            return Optional.of(instant);
        } catch (DateTimeException form) {
            throw RequestRefused.because(
                    "\"" + field + "\" is \"" + printable(time) + "\", expected a time such as 2026-05-04T17:00:00Z.");
        }
    }

    static Optional<String> name(String field, @Nullable String name) {
        return words(field, name, LONGEST_NAME);
    }

    /** A text to keep; blank is the same as none, and what a database cannot store is refused. */
    static Optional<String> words(String field, @Nullable String words, int most) {
        if (words == null || words.isBlank()) {
            return Optional.empty();
        }
        if (words.length() > most) {
            throw RequestRefused.tooLong(field, words.length(), most);
        }
        if (words.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw RequestRefused.because("\"" + field + "\" has characters that are none (NUL or half a pair).");
        }
        return Optional.of(words);
    }

    static long condition(String field, @Nullable Long value) {
        if (value == null) {
            throw RequestRefused.withoutCondition(field);
        }
        return value;
    }

    /** What a caller wrote, fit to be sent back. */
    static String printable(String value) {
        return StorableText.echo(value, LONGEST_ECHO);
    }
}
