package dev.undertone.review;

import dev.undertone.review.priority.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * An item near the head of its queue.
 *
 * @param id which one
 * @param status open to anybody or to leads
 * @param rankedAt see {@link Priority#rankedAt}
 * @param target how long its queue lets it wait
 */
record Candidate(UUID id, ReviewStatus status, Instant rankedAt, Duration target) {

    /** Who comes first at a moment: what only leads can take, and then what has the highest priority. */
    static Comparator<Candidate> order(Instant now) {
        return Comparator.comparing((Candidate candidate) -> candidate.status() == ReviewStatus.ESCALATED)
                .thenComparing(candidate -> Priority.total(now, candidate.rankedAt(), candidate.target()))
                .reversed()
                // As databases sort ids; the class compares them with a sign.
                .thenComparing(candidate -> candidate.id().toString());
    }
}
