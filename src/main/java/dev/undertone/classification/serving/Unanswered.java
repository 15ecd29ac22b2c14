package dev.undertone.classification.serving;

/** Nobody waits for an answer any more: the deadline has passed or the waiting thread was interrupted. */
public final class Unanswered extends RuntimeException {

    /** Tells why nobody waits any more. */
    public Unanswered(String fact) {
        super(fact);
    }
}
