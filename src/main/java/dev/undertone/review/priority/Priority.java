package dev.undertone.review.priority;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why an item comes before another: three terms that add up.
 *
 * <p>The age term grows linearly and is {@value #AT_TARGET} when an item has waited as long as its queue's target:
 * twice what any text can have of its own. So whatever comes in once an item has waited for half of the target comes
 * behind it, and an item waits at most for half of the target plus the time that the backlog of that moment takes.
 * ReviewItems of a queue gain at the same speed, so their order never changes and is kept as a point in time,
 * {@link #rankedAt}.
 *
 * @param severity see {@link Urgency#severity()}
 * @param uncertainty see {@link Urgency#uncertainty()}
 * @param age what waiting has added
 */
public record Priority(double severity, double uncertainty, double age) {

    /** The age term of an item that has waited as long as its queue's target. */
    public static final double AT_TARGET = 2 * (Urgency.MOST_SEVERE + Urgency.MOST_UNCERTAIN);

    private static final double MICROS = 1_000_000;

    /** The priority of an item at a moment. */
    public static Priority at(Instant now, Urgency urgency, Instant createdAt, Duration target) {
        return new Priority(
                urgency.severity(),
                urgency.uncertainty(),
                Math.max(0, AT_TARGET * seconds(createdAt, now) / target.toSeconds()));
    }

    /** How many of its queue's targets it has waited. */
    public double targets() {
        return age / AT_TARGET;
    }

    /** The sum of the terms. */
    public double total() {
        return severity + uncertainty + age;
    }

    /**
     * When an item without any urgency would have to have come in to be where this one is: the earlier, the further in
     * front. Within a queue this is the order of priority at any moment.
     */
    public static Instant rankedAt(Urgency urgency, Instant createdAt, Duration target) {
        double head = urgency.total() * target.toSeconds() / AT_TARGET;
        return createdAt.minus(Math.round(head * MICROS), ChronoUnit.MICROS);
    }

    /** The sum of the terms of an item that stands at {@code rankedAt}, to compare the heads of several queues. */
    public static double total(Instant now, Instant rankedAt, Duration target) {
        return AT_TARGET * seconds(rankedAt, now) / target.toSeconds();
    }

    /** Where an item of a queue with another target stands that is as urgent at a moment as one at {@code rankedAt}. */
    public static Instant rankedAsUrgent(Instant now, Instant rankedAt, Duration target, Duration otherTarget) {
        double waited = seconds(rankedAt, now) * otherTarget.toSeconds() / target.toSeconds();
        return now.minus(Math.round(waited * MICROS), ChronoUnit.MICROS);
    }

    private static double seconds(Instant from, Instant to) {
        return ChronoUnit.MICROS.between(from, to) / MICROS;
    }
}
