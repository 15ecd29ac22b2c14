package dev.undertone.figures;

/**
 * How many of how many, and how sure that is.
 *
 * @param hits 0 to {@code of}
 * @param of 1 or more
 */
public record Proportion(long hits, long of) {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Refuses what is no proportion. */
    public Proportion {
        if (of < 1 || hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no proportion");
        }
    }

    /** The share, 0 to 1. */
    public double value() {
        return (double) hits / of;
    }

    /** The lower end of the 95 % interval of Wilson (1927), without continuity correction. */
    public double low() {
        return hits == 0 ? 0 : centre() - spread();
    }

    /** The upper end of the same interval. */
    public double high() {
        return hits == of ? 1 : centre() + spread();
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double spread() {
        double variance = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
        return Z * Math.sqrt(variance) / (1 + Z * Z / of);
    }
}
