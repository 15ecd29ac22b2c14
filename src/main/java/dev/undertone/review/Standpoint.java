package dev.undertone.review;

import dev.undertone.policy.QueueName;
import dev.undertone.review.priority.Priority;
import java.time.Duration;
import java.time.Instant;

/**
 * The place of an item in the lists that it stands in, whoever has it.
 *
 * @param queue its queue
 * @param createdAt when it came in
 * @param item which one
 */
record Standpoint(QueueName queue, Instant createdAt, Candidate item) {

    boolean in(Line line) {
        return line.statuses().contains(item.status())
                && line.queue().filter(only -> !only.equals(queue)).isEmpty();
    }

    /** Whether all items with this status come before it. */
    boolean behindAll(ReviewStatus status) {
        return status == ReviewStatus.ESCALATED && item.status() != ReviewStatus.ESCALATED;
    }

    /** Whether all items with this status come behind it. */
    boolean beforeAll(ReviewStatus status) {
        return status != ReviewStatus.ESCALATED && item.status() == ReviewStatus.ESCALATED;
    }

    /** Whether it stands in the same part of the index. */
    boolean in(QueueName other, ReviewStatus status) {
        return queue.equals(other) && item.status() == status;
    }

    /** Where an item of a queue with another target would have to stand to be as urgent at a moment. */
    Instant asUrgent(Duration target, Instant now) {
        return Priority.rankedAsUrgent(now, item.rankedAt(), item.target(), target);
    }
}
