package dev.undertone.classification.serving;

import java.time.Duration;

/** Until when an answer is wanted. */
public final class Deadline {

    private static final long NEVER = Long.MAX_VALUE;

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** From now on for so long. */
    public static Deadline in(Duration patience) {
        return new Deadline(System.nanoTime() + patience.toNanos());
    }

    /** Whenever it comes. */
    public static Deadline none() {
        return new Deadline(NEVER);
    }

    /**
     * Makes sure that somebody still waits.
     *
     * @throws Unanswered if it has passed, or if the thread is interrupted
     */
    public void requireLeft() {
        if (left() == 0) {
            throw Unanswered.late();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw Unanswered.gone();
        }
    }

    /** Nanoseconds left; 0 if it has passed. */
    long left() {
        return nanoTime == NEVER ? NEVER : Math.max(0, nanoTime - System.nanoTime());
    }
}
