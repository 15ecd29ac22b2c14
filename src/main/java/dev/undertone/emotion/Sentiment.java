package dev.undertone.emotion;

/** The sentiment inferred from an emotion; surprise goes either way and is called mixed. */
public enum Sentiment {
    POSITIVE,
    NEGATIVE,
    MIXED;

    /** Infers the sentiment: joy and love are positive; sadness, anger and fear negative. */
    public static Sentiment of(Emotion emotion) {
        return switch (emotion) {
            case JOY, LOVE -> POSITIVE;
            case SADNESS, ANGER, FEAR -> NEGATIVE;
            case SURPRISE -> MIXED;
        };
    }

    /** The name that answers carry, in lower case. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
