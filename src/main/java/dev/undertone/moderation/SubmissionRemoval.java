package dev.undertone.moderation;

import dev.undertone.audit.Actor;

/** Takes submissions back that should never have mattered, such as made-up ones. */
public interface SubmissionRemoval {

    /**
     * Removes all that an actor has submitted and everything that is kept of it but the audit trail, within the running
     * transaction.
     *
     * @param submittedBy the id of the actor
     * @param by who removes it
     * @return how many submissions there were
     */
    int removeAllOf(String submittedBy, Actor by);

    /** Whether anybody else than this actor has submitted anything. */
    boolean anyBesides(String submittedBy);
}
