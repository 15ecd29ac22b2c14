package dev.undertone.classification;

import java.time.Duration;

/** No answer can be given now; a client may try again after a while. */
public final class ClassifierUnavailable extends RuntimeException {

    private final Duration retryAfter;

    /**
     * Says why and for how long.
     *
     * @param fact one line for the client
     * @param retryAfter when to try again at the earliest
     */
    public ClassifierUnavailable(String fact, Duration retryAfter) {
        super(fact);
        this.retryAfter = retryAfter;
    }

    /**
     * Says why and for how long, and what was behind it.
     *
     * @param fact one line for the client
     * @param retryAfter when to try again at the earliest
     * @param cause for the log
     */
    public ClassifierUnavailable(String fact, Duration retryAfter, Throwable cause) {
        super(fact, cause);
        this.retryAfter = retryAfter;
    }

    /** When to try again at the earliest. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
