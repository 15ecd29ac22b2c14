package dev.undertone.classification.web.batch;

import dev.undertone.emotion.Emotion;
import java.util.Comparator;
import java.util.Locale;

/** What the result table can be sorted by. */
enum SortKey {
    LINE,
    EMOTION,
    PROBABILITY,
    SADNESS,
    JOY,
    LOVE,
    ANGER,
    FEAR,
    SURPRISE;

    /** The key of one emotion's column. */
    static SortKey of(Emotion emotion) {
        return valueOf(emotion.name());
    }

    /** The key with this name, or the order of the file. */
    static SortKey named(String name) {
        for (SortKey key : values()) {
            if (key.label().equals(name)) {
                return key;
            }
        }
        return LINE;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether one wants to see the largest first: so it is with probabilities. */
    public boolean startsDescending() {
        return this != LINE && this != EMOTION;
    }

    /** The order; rows that are equal in it stand as in the file. */
    Comparator<BatchRow> order(boolean descending) {
        Comparator<BatchRow> ascending = ascending();
        return (descending ? ascending.reversed() : ascending).thenComparing(BatchRow::line);
    }

    private Comparator<BatchRow> ascending() {
        return switch (this) {
            case LINE -> Comparator.comparingLong(BatchRow::line);
            case EMOTION -> Comparator.comparing(row -> row.classification().emotion());
            case PROBABILITY ->
                Comparator.comparingDouble(
                        row -> probability(row, row.classification().emotion()));
            case SADNESS, JOY, LOVE, ANGER, FEAR, SURPRISE ->
                Comparator.comparingDouble(row -> probability(row, Emotion.valueOf(name())));
        };
    }

    private static double probability(BatchRow row, Emotion emotion) {
        return row.classification().scores().of(emotion);
    }
}
