package dev.undertone.review.triage;

/**
 * A range of bins of a histogram.
 *
 * @param from the first, 0 to 49
 * @param to behind the last, 1 to 50
 */
public record Bins(int from, int to) {

    /** How many bins the probabilities from 0 to 1 are spread over. */
    public static final int COUNT = 50;

    private static final int PERCENT = 100 / COUNT;

    /** All of them. */
    public static final Bins ALL = new Bins(0, COUNT);

    /** Refuses a range in which nothing can be. */
    public Bins {
        if (!(from >= 0 && from < to && to <= COUNT)) {
            throw new IllegalArgumentException("the bins from " + from + " to " + to + " are no range");
        }
    }

    /** The bins between two percentages, in whichever order; each is taken to the next edge outside. */
    public static Bins between(int percent, int otherPercent) {
        int low = Math.max(0, Math.min(Math.min(percent, otherPercent), 100 - PERCENT)) / PERCENT;
        int high = (Math.min(100, Math.max(percent, otherPercent)) + PERCENT - 1) / PERCENT;
        return new Bins(low, Math.max(low + 1, high));
    }

    /** Where it starts, in percent. */
    public int fromPercent() {
        return from * PERCENT;
    }

    /** Where it ends, in percent. */
    public int toPercent() {
        return to * PERCENT;
    }

    /** Whether a bin is within. */
    public boolean contains(int bin) {
        return bin >= from && bin < to;
    }
}
