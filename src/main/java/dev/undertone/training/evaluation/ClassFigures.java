package dev.undertone.training.evaluation;

/**
 * How well one emotion is found. A share of nothing counts as 0, as is usual for these figures.
 *
 * @param precision share of the texts given this emotion that carry it
 * @param recall share of the texts that carry it which were given it
 * @param f1 the harmonic mean of both
 * @param support texts that carry it
 */
public record ClassFigures(double precision, double recall, double f1, long support) {

    /**
     * Computes the figures from counts.
     *
     * @param hits texts that carry the emotion and were given it
     * @param given texts that were given it
     * @param support texts that carry it
     */
    static ClassFigures of(long hits, long given, long support) {
        return new ClassFigures(share(hits, given), share(hits, support), share(2 * hits, given + support), support);
    }

    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
