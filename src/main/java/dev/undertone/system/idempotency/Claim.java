package dev.undertone.system.idempotency;

import java.util.UUID;

/** What a request with a key turns out to be. */
sealed interface Claim {

    /**
     * The first of its key, or the first since that one was lost.
     *
     * @param keyHash its key
     * @param attempt proves that no other has taken over
     */
    record Ours(String keyHash, UUID attempt) implements Claim {}

    /** The first one is still worked on. */
    record Running() implements Claim {}

    /** The key has been used for another request. */
    record AnotherRequest() implements Claim {}

    /**
     * It has been answered.
     *
     * @param answer with what
     */
    record Answered(Answer answer) implements Claim {}

    /** It has been answered with something that is not kept. */
    record AnsweredInSecret() implements Claim {}
}
