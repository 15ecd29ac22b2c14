package dev.undertone.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody else was first: an item is not, or not any longer, what a caller takes it for. */
public final class ReviewConflict extends RuntimeException {

    private final State state;

    private ReviewConflict(String fact, State state) {
        super(fact);
        this.state = state;
    }

    /** A person has decided already. */
    public static ReviewConflict decided(Reviewable item, Instant now) {
        String who = item.lastDecision()
                .map(last -> last.decidedBy() + " decided " + last.outcome() + " at " + last.decidedAt())
                .orElse("it is decided");
        return new ReviewConflict("The item " + item.id() + " needs nothing more: " + who + ".", State.of(item, now));
    }

    /** Somebody else has it. */
    static ReviewConflict held(Reviewable item, Lease lease, Instant now) {
        return new ReviewConflict(
                "The item " + item.id() + " is held by " + lease.holderName() + " " + lease.until() + ".",
                State.of(item, now));
    }

    /** The caller's lease is over. */
    static ReviewConflict leaseOver(Reviewable item, Instant now) {
        return new ReviewConflict(
                "Your lease of the item " + item.id() + " is over; claim it again.", State.of(item, now));
    }

    /** The caller saw an earlier version. */
    public static ReviewConflict stale(Reviewable item, long version, Instant now) {
        return new ReviewConflict(
                "The item " + item.id() + " has changed: version " + version + " is now " + item.version()
                        + "; read it again.",
                State.of(item, now));
    }

    /** Any other reason why it cannot be done now. */
    public static ReviewConflict because(String fact, Reviewable item, Instant now) {
        return new ReviewConflict(fact, State.of(item, now));
    }

    /** The item as it is. */
    public State state() {
        return state;
    }

    /**
     * What the loser needs to know.
     *
     * @param id the item
     * @param version its version now
     * @param status its status now
     * @param lease who has it and until when
     * @param decision the decision that stands
     */
    public record State(
            UUID id, long version, ReviewStatus status, Optional<Lease> lease, Optional<LastDecision> decision) {
        static State of(Reviewable item, Instant now) {
            return new State(item.id(), item.version(), item.status(), item.lease(now), item.lastDecision());
        }
    }
}
