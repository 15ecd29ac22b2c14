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
        Padded padded = pad(batch);
        Shape shape = new Shape(padded.shape());
        return new NDList(manager.create(padded.ids(), shape), manager.create(padded.mask(), shape));
    }

    /** The same in plain memory, for an engine that is used without DJL. */
    public static Padded pad(List<long[]> batch) {
        int longest = batch.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        long[] ids = new long[batch.size() * longest];
        long[] mask = new long[ids.length];
        for (int row = 0; row < batch.size(); row++) {
            long[] text = batch.get(row);
            System.arraycopy(text, 0, ids, row * longest, text.length);
            Arrays.fill(mask, row * longest, row * longest + text.length, 1);
        }
        return new Padded(LongBuffer.wrap(ids), LongBuffer.wrap(mask), batch.size(), longest);
    }

    /**
     * A padded batch, row by row.
     *
     * @param ids texts × longest; padding has id 0
     * @param mask texts × longest; 1 for a token, 0 for padding
     * @param texts how many rows
     * @param longest tokens of the longest text
     */
    public record Padded(LongBuffer ids, LongBuffer mask, int texts, int longest) {

        /** Rows and columns of both. */
        public long[] shape() {
            return new long[] {texts, longest};
        }
    }
}
