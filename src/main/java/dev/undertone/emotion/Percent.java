package dev.undertone.emotion;

/** Probabilities as people read them. */
public final class Percent {

    private static final double HALF_A_PERCENT = 0.005;

    private Percent() {}

    /** Whole percent, but never "0 %" or "100 %" for what is only nearly so. */
    public static String of(double probability) {
        if (probability > 0 && probability < HALF_A_PERCENT) {
            return "<\u00a01\u00a0%";
        }
        if (probability < 1 && probability >= 1 - HALF_A_PERCENT) {
            return ">\u00a099\u00a0%";
        }
        return Math.round(probability * 100) + "\u00a0%";
    }

    /** A length in a drawing, as a share of the whole, such as {@code 93.1%}. */
    public static String length(double share) {
        return Math.round(share * 1000) / 10.0 + "%";
    }

    /**
     * One bar of a chart of emotions.
     *
     * @param emotion whose bar
     * @param probability how long, 0 to 1
     * @param winner whether it is the longest
     */
    public record Bar(Emotion emotion, double probability, boolean winner) {

        /** The length as an attribute of a drawing. */
        public String length() {
            return Percent.length(probability);
        }

        /** The length as a number to read. */
        public String percent() {
            return Percent.of(probability);
        }
    }
}
