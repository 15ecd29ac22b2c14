package dev.undertone.classification.serving;

/** Nobody waits for an answer any more: the deadline has passed or the waiting thread was interrupted. */
public final class Unanswered extends RuntimeException {

    private Unanswered(String fact) {
        super(fact);
    }

    /** The deadline has passed. */
    public static Unanswered late() {
        return new Unanswered("the deadline has passed");
    }

    static Unanswered gone() {
        return new Unanswered("whoever waited has gone");
    }
}
