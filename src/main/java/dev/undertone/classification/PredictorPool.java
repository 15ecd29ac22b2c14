package dev.undertone.classification;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.LogitsPredictor;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Predictors of one model on a fixed number of platform threads, one each: native inference would pin a virtual
 * thread's carrier anyway, and more threads than cores only take turns.
 */
final class PredictorPool implements AutoCloseable {

    private final ExecutorService workers;
    private final BlockingQueue<LogitsPredictor> predictors;

    PredictorPool(DistilBertModel model, int threads) {
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "classify-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        this.predictors = new ArrayBlockingQueue<>(threads);
        for (int i = 0; i < threads; i++) {
            predictors.add(model.newPredictor());
        }
    }

    /**
     * Runs a batch when a thread is free.
     *
     * @param batch token ids of each sequence
     * @return logits of shape (batch, labels)
     */
    CompletableFuture<float[][]> submit(List<long[]> batch) {
        return CompletableFuture.supplyAsync(() -> predict(batch), workers);
    }

    private float[][] predict(List<long[]> batch) {
        LogitsPredictor predictor = predictors.remove();
        try {
            return predictor.predict(batch);
        } finally {
            predictors.add(predictor);
        }
    }

    /** Lets running and waiting batches finish, then frees the predictors. */
    @Override
    public void close() {
        workers.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                // native memory must not be freed under a running pass, whoever is in a hurry
                interrupted = true;
            }
        }
        predictors.forEach(LogitsPredictor::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
