package dev.undertone.moderation.intake;

import java.time.Duration;

/** As much is being taken in as the service can; nothing of this request was stored. */
public final class IntakeBusy extends RuntimeException {

    private final Duration retryAfter;

    IntakeBusy(Duration retryAfter) {
        super("The service is taking in as much as it can; nothing was stored. Try again later.");
        this.retryAfter = retryAfter;
    }

    /** When to try again at the earliest. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
