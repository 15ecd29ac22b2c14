package dev.undertone.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Cuts the sequences of one call into batches and keeps a few of them with the pool.
 *
 * <p>Batches hold sequences of about one length, as padding is computed like text. Only as many as {@code inFlight} are
 * handed over at a time, so a call with many texts takes turns with the calls beside it.
 */
final class ForwardPasses {

    private final PredictorPool pool;
    private final int batchTexts;
    private final int batchTokens;
    private final int inFlight;

    ForwardPasses(PredictorPool pool, int batchTexts, int batchTokens, int inFlight) {
        this.pool = pool;
        this.batchTexts = batchTexts;
        this.batchTokens = batchTokens;
        this.inFlight = inFlight;
    }

    /**
     * Runs all sequences.
     *
     * @return logits of each sequence, in the order given
     */
    float[][] run(List<long[]> sequences) {
        float[][] logits = new float[sequences.size()][];
        Deque<Running> running = new ArrayDeque<>();
        try {
            for (List<Integer> batch : batches(sequences)) {
                if (running.size() == inFlight) {
                    running.remove().writeTo(logits);
                }
                List<long[]> ids = batch.stream().map(sequences::get).toList();
                running.add(new Running(batch, pool.submit(ids)));
            }
            while (!running.isEmpty()) {
                running.remove().writeTo(logits);
            }
        } finally {
            running.forEach(left -> left.result().cancel(false));
        }
        return logits;
    }

    /** Indices of the sequences, shortest first, in batches within both limits. */
    private List<List<Integer>> batches(List<long[]> sequences) {
        List<List<Integer>> batches = new ArrayList<>();
        List<Integer> batch = new ArrayList<>();
        List<Integer> byLength = IntStream.range(0, sequences.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> sequences.get(index).length))
                .toList();
        for (int index : byLength) {
            int padded = (batch.size() + 1) * sequences.get(index).length;
            if (!batch.isEmpty() && (batch.size() == batchTexts || padded > batchTokens)) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
            batch.add(index);
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private record Running(List<Integer> batch, CompletableFuture<float[][]> result) {

        void writeTo(float[][] logits) {
            float[][] rows;
            try {
                rows = result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            for (int i = 0; i < batch.size(); i++) {
                logits[batch.get(i)] = rows[i];
            }
        }
    }
}
