package dev.undertone.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/**
 * Runs things side by side, all threads starting at the same moment.
 *
 * @param threads how many
 */
record AtOnce(int threads) {

    /** Does something with each; returns when all are done, and fails with the first that failed. */
    <T> void each(Collection<T> things, Consumer<T> action) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch begin = new CountDownLatch(1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (T thing : things) {
                running.add(pool.submit(() -> {
                    begin.await();
                    action.accept(thing);
                    return null;
                }));
            }
            begin.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("one of " + things.size() + " failed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
            Awaitility.await().until(pool::isTerminated);
        }
    }
}
