package dev.undertone.benchmark.service;

import dev.undertone.benchmark.workload.Measurement.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests that come at a constant rate, whether the ones before are answered or not. A wait counts from when its
 * request was due, so that a service that stalls cannot hide it by being asked later.
 */
final class ArrivalRate {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ArrivalRate() {}

    /**
     * Asks for so long.
     *
     * @param perSecond requests due in a second
     * @return the waits; endless where a request was refused
     * @throws IllegalStateException if a request is not answered at all
     */
    static Waits measure(double perSecond, Duration slot, Question question) {
        int count = Math.max(1, (int) (perSecond * slot.toMillis() / 1000));
        long[] waits = new long[count];
        List<CompletableFuture<Boolean>> asked = new ArrayList<>(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = start + (long) (number * 1e9 / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            asked.add(question.ask(number).thenApply(answered -> {
                waits[number] = answered ? System.nanoTime() - due : Long.MAX_VALUE;
                return answered;
            }));
        }
        try {
            CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a request was lost at " + perSecond + " a second: " + e.getCause(), e);
        }
        return new Waits(waits);
    }

    /** One request. */
    @FunctionalInterface
    interface Question {

        /** Sends it; the answer says whether it succeeded. */
        CompletableFuture<Boolean> ask(int number);
    }
}
