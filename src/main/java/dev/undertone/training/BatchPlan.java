package dev.undertone.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The order of one epoch: which examples form which batch.
 *
 * <p>Examples are shuffled, sorted by length within windows of 50 batches so that a batch holds texts of about one
 * length and little padding, and the batches shuffled again. It depends on seed and epoch alone, so a resumed run finds
 * its place.
 */
final class BatchPlan {

    private static final int WINDOW_BATCHES = 50;

    private BatchPlan() {}

    /**
     * The batches of an epoch.
     *
     * @return indices into the examples, each once; the last batch of a window may be smaller
     */
    static List<List<Integer>> epoch(List<? extends Tokenized> examples, int batchSize, long seed, int epoch) {
        Random random = new Random(seed * 1_000_003 + epoch);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<List<Integer>> batches = new ArrayList<>();
        for (List<Integer> window : slices(order, batchSize * WINDOW_BATCHES)) {
            List<Integer> byLength = new ArrayList<>(window);
            byLength.sort(Comparator.comparingInt(index -> examples.get(index).tokens()));
            batches.addAll(slices(byLength, batchSize));
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    /** How many steps an epoch has. */
    static int steps(int examples, int batchSize) {
        int full = examples / (batchSize * WINDOW_BATCHES);
        int rest = examples % (batchSize * WINDOW_BATCHES);
        return full * WINDOW_BATCHES + (rest + batchSize - 1) / batchSize;
    }

    private static <T> List<List<T>> slices(List<T> list, int size) {
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(i -> List.copyOf(list.subList(i * size, Math.min(list.size(), (i + 1) * size))))
                .toList();
    }
}
