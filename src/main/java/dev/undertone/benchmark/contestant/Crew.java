package dev.undertone.benchmark.contestant;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Threads that work through batches, one batch each at a time. */
final class Crew implements AutoCloseable {

    private final ExecutorService threads;

    Crew(int count) {
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** Returns when all batches are done. */
    <T> void work(List<T> batches, Consumer<T> job) {
        List<Future<?>> running = batches.stream()
                .<Future<?>>map(batch -> threads.submit(() -> job.accept(batch)))
                .toList();
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the benchmark was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a contestant failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
