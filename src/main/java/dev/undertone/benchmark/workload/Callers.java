package dev.undertone.benchmark.workload;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.contestant.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Callers who each ask about one text, wait for the answer and ask again. */
public final class Callers implements Workload {

    private final String name;
    private final int callers;
    private final List<Sample> samples;
    private final Predicate<Sample> timed;
    private final Duration slot;
    /** Where each contestant is in the list: in every round it goes on, so that all of them read all of it. */
    private final Map<String, AtomicInteger> places = new HashMap<>();

    /**
     * So many callers share a list of texts, which begins anew when it is through.
     *
     * @param timed whose waits are kept
     * @param slot how long they go on
     */
    public Callers(String name, int callers, List<Sample> samples, Predicate<Sample> timed, Duration slot) {
        this.name = name;
        this.callers = callers;
        this.samples = List.copyOf(samples);
        this.timed = timed;
        this.slot = slot;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Measurement measure(Contestant contestant) {
        AtomicInteger next = places.computeIfAbsent(contestant.system(), name -> new AtomicInteger());
        AtomicInteger answered = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long start = System.nanoTime();
        try {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(() -> ask(contestant, next, answered, start + slot.toNanos())));
            }
            List<Long> waits = new ArrayList<>();
            for (Future<List<Long>> one : running) {
                waits.addAll(one.get());
            }
            long nanos = System.nanoTime() - start;
            return Measurement.of(
                    answered.get(),
                    nanos,
                    waits.stream().mapToLong(Long::longValue).toArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(contestant.system() + " failed: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> ask(Contestant contestant, AtomicInteger next, AtomicInteger answered, long end) {
        List<Long> waits = new ArrayList<>();
        long now = System.nanoTime();
        while (now < end || waits.isEmpty()) {
            Sample sample = samples.get(Math.floorMod(next.getAndIncrement(), samples.size()));
            contestant.answer(sample, callers);
            long then = System.nanoTime();
            if (timed.test(sample)) {
                waits.add(then - now);
            }
            answered.incrementAndGet();
            now = then;
        }
        return waits;
    }
}
