package dev.undertone.review;

import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.review.priority.Priority;
import dev.undertone.review.priority.Urgency;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What an item's priority follows from, now and later.
 *
 * @param severity how bad it may be
 * @param uncertainty how unsure the model was
 * @param targetSeconds how long its queue lets it wait
 * @param rankedAt its place in the queue, see {@link Priority#rankedAt}
 * @param createdAt when it came in
 */
@Embeddable
record Rank(double severity, double uncertainty, long targetSeconds, Instant rankedAt, Instant createdAt) {

    static Rank of(SubmissionHeld held, Duration target) {
        Urgency urgency = Urgency.of(held.scores(), held.judgement());
        Instant at = held.at().truncatedTo(ChronoUnit.MICROS);
        return new Rank(
                urgency.severity(),
                urgency.uncertainty(),
                target.toSeconds(),
                Priority.rankedAt(urgency, at, target),
                at);
    }

    Priority priority(Instant now) {
        return Priority.at(now, new Urgency(severity, uncertainty), createdAt, Duration.ofSeconds(targetSeconds));
    }

    Instant targetAt() {
        return createdAt.plusSeconds(targetSeconds);
    }
}
