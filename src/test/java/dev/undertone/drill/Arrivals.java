package dev.undertone.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Requests that come at a constant rate, whether the ones before have been answered or not. */
final class Arrivals {

    private Arrivals() {}

    /**
     * Sends requests and waits for all answers.
     *
     * @param count how many
     * @param perSecond how many in a second
     * @param sending sends one, by its number
     */
    static List<Arrival> at(int count, double perSecond, IntFunction<CompletableFuture<Answer>> sending) {
        List<CompletableFuture<Arrival>> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrivals.add(new CompletableFuture<>());
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < count; i++) {
                int number = i;
                Future<?> unused = clock.schedule(
                        () -> send(number, sending, arrivals.get(number)),
                        (long) (i / perSecond * 1e9),
                        TimeUnit.NANOSECONDS);
            }
            return arrivals.stream().map(CompletableFuture::join).toList();
        } finally {
            clock.shutdownNow();
        }
    }

    private static void send(
            int number, IntFunction<CompletableFuture<Answer>> sending, CompletableFuture<Arrival> to) {
        long begin = System.nanoTime();
        CompletableFuture<Answer> unused = sending.apply(number).whenComplete((answer, failure) -> {
            if (answer == null) {
                to.completeExceptionally(new AssertionError("no answer to request " + number, failure));
            } else {
                to.complete(new Arrival(answer, (System.nanoTime() - begin) / 1e6));
            }
        });
    }

    /** The time within which so many of a hundred were answered, in milliseconds. */
    static double percentile(List<Arrival> arrivals, double percent) {
        double[] sorted =
                arrivals.stream().mapToDouble(Arrival::millis).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * percent / 100) - 1)];
    }

    /** The times as people read them. */
    static String figures(List<Arrival> arrivals) {
        return String.format(
                "%d answered, p50 %.1f ms, p99 %.1f ms, max %.1f ms",
                arrivals.size(), percentile(arrivals, 50), percentile(arrivals, 99), percentile(arrivals, 100));
    }

    /**
     * One request and what came of it.
     *
     * @param answer what was answered
     * @param millis from when it was due to be sent until the answer had come
     */
    record Arrival(Answer answer, double millis) {}
}
