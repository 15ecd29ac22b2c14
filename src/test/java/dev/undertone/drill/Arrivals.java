package dev.undertone.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Requests that come at a constant rate, whether the ones before have been answered or not. */
final class Arrivals {

    /** More than are ever on their way at once; if they were not, waiting for a caller would count as well. */
    private static final int CALLERS = Math.max(64, 4 * Runtime.getRuntime().availableProcessors());

    static {
        // As many connections stay open; otherwise a few do, and the others are made anew for each request.
        System.setProperty("http.maxConnections", Integer.toString(CALLERS));
    }

    private Arrivals() {}

    /**
     * Sends requests and waits for all answers.
     *
     * @param count how many
     * @param perSecond how many in a second
     * @param sending sends one, by its number, and waits for its answer
     */
    static List<Arrival> at(int count, double perSecond, IntFunction<Answer> sending) {
        List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        new AtOnce(CALLERS).each(IntStream.range(0, CALLERS).boxed().toList(), caller -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                long due = begin + (long) (number / perSecond * 1e9);
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                Answer answer = sending.apply(number);
                arrivals.add(new Arrival(number, answer, (System.nanoTime() - due) / 1e6));
            }
        });
        return arrivals;
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
     * @param number of the request
     * @param answer what was answered
     * @param millis from when it was due to be sent until the answer had come
     */
    record Arrival(int number, Answer answer, double millis) {}
}
