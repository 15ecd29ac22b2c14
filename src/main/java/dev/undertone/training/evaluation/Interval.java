package dev.undertone.training.evaluation;

/**
 * Where a share probably lies, given how few texts it was counted on.
 *
 * @param lower 0 to 1
 * @param upper 0 to 1, not below {@code lower}
 */
public record Interval(double lower, double upper) {

    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Refuses a backward interval. */
    public Interval {
        if (!(lower >= 0 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException("interval " + lower + " to " + upper + " does not lie between 0 and 1");
        }
    }

    /**
     * The 95 % score interval of Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference".
     *
     * @param hits 0 to {@code total}
     * @param total at least 1
     */
    public static Interval wilson(long hits, long total) {
        if (total < 1 || hits < 0 || hits > total) {
            throw new IllegalArgumentException(hits + " of " + total + " is no share");
        }
        double n = total;
        double share = hits / n;
        double scale = 1 / (1 + Z * Z / n);
        double centre = scale * (share + Z * Z / (2 * n));
        double half = scale * Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
