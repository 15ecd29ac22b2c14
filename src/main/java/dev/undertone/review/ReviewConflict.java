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

    /** A person has decided already, or the text was erased. */
    public static ReviewConflict over(Reviewable item, Instant now) {
        return new ReviewConflict(
                "The item " + item.id() + " needs nothing more: " + why(item) + ".", State.of(item, now));
    }

    /** Why nobody can decide about an item that is over, in words. */
    public static String why(Reviewable item) {
        if (item.status() == ReviewStatus.ERASED) {
            return "its text was erased"
                    + item.erasedAt().map(at -> " at " + at).orElse("");
        }
        return item.lastDecision()
                .map(last -> last.decidedBy() + " decided " + last.outcome() + " at " + last.decidedAt())
                .orElse("it is decided");
    }

    /** Nothing may be written about it any more. */
    public static ReviewConflict erased(Reviewable item, Instant now) {
        return new ReviewConflict(
                "The text of the item " + item.id() + " was erased; nothing more is written about it.",
                State.of(item, now));
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
