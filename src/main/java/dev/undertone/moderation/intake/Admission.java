package dev.undertone.moderation.intake;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets in only as many requests as can be worked on, so that those inside do not wait for one another for long. */
@Component
class Admission {

    private final Semaphore permits;
    private final ModerationSettings settings;

    Admission(ModerationSettings settings) {
        this.permits = new Semaphore(settings.permits());
        this.settings = settings;
    }

    /** What would be thrown at this moment; empty while there is room. */
    Optional<IntakeBusy> refusal() {
        return permits.availablePermits() > 0 ? Optional.empty() : Optional.of(busy());
    }

    private IntakeBusy busy() {
        return new IntakeBusy(settings.retryAfter());
    }

    /**
     * Does the work, or refuses it at once.
     *
     * @throws IntakeBusy if there is too much work already
     */
    <T> T within(Supplier<T> work) {
        if (!permits.tryAcquire()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
