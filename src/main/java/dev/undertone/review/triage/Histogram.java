package dev.undertone.review.triage;

import java.util.List;

/**
 * How the scores of open items are spread.
 *
 * @param counts how many items each bin has, {@link Bins#COUNT} of them
 * @param unread how many items no model has read; they are in no bin
 */
public record Histogram(List<Integer> counts, int unread) {

    /** Copies the counts. */
    public Histogram {
        counts = List.copyOf(counts);
    }

    /** How many items are in a range. */
    public int in(Bins bins) {
        return counts.subList(bins.from(), bins.to()).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many items there are, unread ones among them. */
    public int total() {
        return in(Bins.ALL) + unread;
    }

    /** The most of a bin. */
    public int largest() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
