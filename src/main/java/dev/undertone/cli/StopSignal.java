package dev.undertone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Turns Ctrl-C into a wish to stop, and holds the process until the work has saved its state and closed this. */
final class StopSignal implements BooleanSupplier, AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int FAILED = 1;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private final Duration longestWait;

    StopSignal() {
        this(LONGEST_WAIT);
    }

    /**
     * Waits no longer than this for the work; then the process ends without it.
     *
     * @param longestWait more than one step takes, less than whoever asked will wait before they kill
     */
    StopSignal(Duration longestWait) {
        this.longestWait = longestWait;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        asked.set(true);
        try {
            if (!closed.await(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("undertone: stopped before the state could be saved; the one before is still there");
                // An orderly exit takes the engine's memory away from under the step that is still being computed.
                Runtime.getRuntime().halt(FAILED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return asked.get();
    }

    @Override
    public void close() {
        closed.countDown();
        if (!asked.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
