package dev.undertone.review;

import dev.undertone.policy.QueueName;
import dev.undertone.review.reading.ItemOrder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The list that somebody takes their next item from.
 *
 * @param queue only this queue
 * @param statuses items in one of these; only leads get escalated ones
 * @param order how it is sorted
 * @param behind the item to go on behind, as long as it stands in the list; at the end it goes on from the top
 */
public record Line(Optional<QueueName> queue, Set<ReviewStatus> statuses, ItemOrder order, Optional<UUID> behind) {

    /** Copies the statuses. */
    public Line {
        statuses = Set.copyOf(statuses);
    }

    /** All that can be taken of a queue, or of all of them, the most urgent first. */
    public static Line mostUrgent(Optional<QueueName> queue) {
        return new Line(
                queue, EnumSet.of(ReviewStatus.OPEN, ReviewStatus.ESCALATED), ItemOrder.PRIORITY, Optional.empty());
    }

    /** The same list without what only leads get. */
    Line forModerators() {
        Set<ReviewStatus> theirs = EnumSet.noneOf(ReviewStatus.class);
        theirs.addAll(statuses);
        theirs.remove(ReviewStatus.ESCALATED);
        return new Line(queue, theirs, order, behind);
    }
}
