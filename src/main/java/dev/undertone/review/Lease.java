package dev.undertone.review;

import dev.undertone.audit.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * For whom an item is kept.
 *
 * @param holderId the person
 * @param holderName what people call them
 * @param token grows with each lease of the item, so that a late message of an earlier holder is told apart
 * @param expiresAt until when; empty for an item that is assigned and does not expire
 */
public record Lease(String holderId, String holderName, long token, Optional<Instant> expiresAt) {

    /** Whether it is this one's. */
    public boolean belongsTo(Actor actor) {
        return holderId.equals(actor.id());
    }

    /** Until when, in words. */
    String until() {
        return expiresAt.map(end -> "until " + end).orElse("until they give it back");
    }
}
