package dev.undertone.distilbert;

import java.util.Arrays;
import java.util.List;

/**
 * Texts of different lengths one after the other, as a compiled network takes them.
 *
 * <p>Only attention sees them side by side, in a rectangle whose width is rounded up: in whole blocks of lanes the
 * engine adds up the numbers of a text in the same order whatever stands beside it, so that its logits are the same to
 * the last bit.
 *
 * @param ids of all tokens
 * @param positions of each token in its text
 * @param slots the row of each place in the rectangle, text by text; behind the end of a text its first row
 * @param back the place in the rectangle of each row
 * @param firsts the row of the first token of each text
 * @param lengths tokens of each text
 * @param width of the rectangle
 */
@SuppressWarnings("ArrayRecordComponent")
record PackedBatch(long[] ids, long[] positions, long[] slots, long[] back, long[] firsts, int[] lengths, int width) {

    /** Floats in the widest vector of any processor of today, AVX-512. */
    private static final int LANES = 16;

    /** Packs texts, each of at least one token. */
    static PackedBatch of(List<long[]> texts) {
        int[] lengths = texts.stream().mapToInt(ids -> ids.length).toArray();
        int rows = Arrays.stream(lengths).sum();
        int width = (Arrays.stream(lengths).max().orElseThrow() + LANES - 1) / LANES * LANES;
        PackedBatch batch = new PackedBatch(
                new long[rows],
                new long[rows],
                new long[lengths.length * width],
                new long[rows],
                new long[lengths.length],
                lengths,
                width);
        int row = 0;
        for (int text = 0; text < lengths.length; text++) {
            batch.put(text, texts.get(text), row);
            row += lengths[text];
        }
        return batch;
    }

    private void put(int text, long[] tokens, int start) {
        firsts[text] = start;
        System.arraycopy(tokens, 0, ids, start, tokens.length);
        Arrays.fill(slots, text * width, (text + 1) * width, start);
        for (int i = 0; i < tokens.length; i++) {
            positions[start + i] = i;
            slots[text * width + i] = (long) start + i;
            back[start + i] = (long) text * width + i;
        }
    }
}
