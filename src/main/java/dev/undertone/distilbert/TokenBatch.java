package dev.undertone.distilbert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;

/** Texts of different lengths as one rectangular input of the network. */
public final class TokenBatch {

    private TokenBatch() {}

    /**
     * Pads a batch to its longest text.
     *
     * @return ids and mask, both int64 of shape (batch, longest); padding has id 0 and mask 0
     */
    public static NDList pad(NDManager manager, List<long[]> batch) {
        int longest = batch.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        long[] ids = new long[batch.size() * longest];
        long[] mask = new long[ids.length];
        for (int row = 0; row < batch.size(); row++) {
            long[] text = batch.get(row);
            System.arraycopy(text, 0, ids, row * longest, text.length);
            Arrays.fill(mask, row * longest, row * longest + text.length, 1);
        }
        Shape shape = new Shape(batch.size(), longest);
        return new NDList(manager.create(LongBuffer.wrap(ids), shape), manager.create(LongBuffer.wrap(mask), shape));
    }
}
