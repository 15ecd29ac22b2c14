package dev.undertone.review.reading;

import dev.undertone.paging.Page;
import dev.undertone.policy.QueueName;
import java.util.List;

/**
 * A list of items and how many there are, as they were at one moment.
 *
 * @param items the part of the list that is shown
 * @param counts how many items of the same kind each queue has; only those that have any
 */
public record Board(Page<ItemDetails> items, List<Count> counts) {

    /** Up to here items are counted; beyond it nobody cares how many exactly. */
    public static final int COUNTED = 10_000;

    /** Copies the counts. */
    public Board {
        counts = List.copyOf(counts);
    }

    /** How many items all queues have. */
    public long total() {
        return counts.stream().mapToLong(Count::items).sum();
    }

    /** Whether a queue has more than were counted. */
    public boolean more() {
        return counts.stream().anyMatch(Count::more);
    }

    /**
     * How many items a queue has.
     *
     * @param queue which
     * @param items how many, if not {@link #more}
     */
    public record Count(QueueName queue, long items) {
        /** Whether there are more than were counted. */
        public boolean more() {
            return items > COUNTED;
        }
    }
}
