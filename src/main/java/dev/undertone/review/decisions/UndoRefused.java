package dev.undertone.review.decisions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A decision cannot be taken back. */
public final class UndoRefused extends RuntimeException {

    private final boolean forbidden;
    private final List<Decision> inTheWay;

    private UndoRefused(String fact, boolean forbidden, List<Decision> inTheWay) {
        super(fact);
        this.forbidden = forbidden;
        this.inTheWay = List.copyOf(inTheWay);
    }

    static UndoRefused notYours(Decision decision) {
        return new UndoRefused(
                "The decision " + decision.id() + " is " + decision.decidedBy() + "'s; ask them or a lead to undo it.",
                true,
                List.of());
    }

    static UndoRefused tooLate(Decision decision, Duration window) {
        return new UndoRefused(
                "The decision " + decision.id() + " was made at " + decision.decidedAt()
                        + ", longer ago than people can undo their own (" + length(window) + "); ask a lead.",
                true,
                List.of());
    }

    /** In the largest unit that says it exactly. */
    static String length(Duration window) {
        if (window.equals(Duration.ofHours(window.toHours()))) {
            return window.toHours() + " h";
        }
        return window.equals(Duration.ofMinutes(window.toMinutes()))
                ? window.toMinutes() + " min"
                : window.toSeconds() + " s";
    }

    static UndoRefused inTheWay(String fact, List<Decision> inTheWay) {
        return new UndoRefused(fact, false, inTheWay);
    }

    /** What happened to an item since. */
    static String later(UUID item, Optional<Decision> latest) {
        return latest.map(decision -> decision.outcome() == Outcome.UNDONE
                        ? "The decision about the item " + item + " was undone by " + decision.decidedBy() + " at "
                                + decision.decidedAt() + "."
                        : "The item " + item + " has a later decision: " + decision.decidedBy() + " decided "
                                + decision.outcome() + " at " + decision.decidedAt() + "; undo that first.")
                .orElse("The decision about the item " + item + " no longer stands.");
    }

    /** Whether this caller may not, instead of something being in the way. */
    public boolean forbidden() {
        return forbidden;
    }

    /** Later decisions that are in the way. */
    public List<Decision> inTheWay() {
        return inTheWay;
    }
}
