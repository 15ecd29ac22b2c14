package dev.undertone.distilbert;

import java.util.Arrays;
import java.util.List;

/**
 * Texts of different lengths one after the other, as a compiled network takes them.
 *
 * <p>Only attention sees them side by side, in a rectangle whose length is rounded up: in whole blocks the engine adds
 * up the numbers of a text in the same order whatever stands beside it, so that its logits are the same to the last
 * bit.
 *
 * @param ids of all tokens
 * @param positions of each token in its text
 * @param slots the row of each place in the rectangle, first those of all first tokens; behind the end of a text its
 *     first row
 * @param back the place of each row if texts of this length stood one after the other
 * @param firsts the row of the first token of each text
 * @param lengths tokens of each text
 * @param longest length of the rectangle
 */
@SuppressWarnings("ArrayRecordComponent")
record PackedBatch(
        long[] ids, long[] positions, long[] slots, long[] back, long[] firsts, long[] lengths, int longest) {

    /** Exponentials are added up eight at a time with AVX2; a single row is multiplied four numbers at a time. */
    private static final int BLOCK = 8;

    /** Packs texts, each of at least one token. */
    static PackedBatch of(List<long[]> texts) {
        long[] lengths = texts.stream().mapToLong(ids -> ids.length).toArray();
        int rows = (int) Arrays.stream(lengths).sum();
        int longest = (int) (Arrays.stream(lengths).max().orElseThrow() + BLOCK - 1) / BLOCK * BLOCK;
        PackedBatch batch = new PackedBatch(
                new long[rows],
                new long[rows],
                new long[lengths.length * longest],
                new long[rows],
                new long[lengths.length],
                lengths,
                longest);
        int row = 0;
        for (int text = 0; text < lengths.length; text++) {
            batch.put(text, texts.get(text), row);
            row += (int) lengths[text];
        }
        return batch;
    }

    private void put(int text, long[] tokens, int start) {
        firsts[text] = start;
        System.arraycopy(tokens, 0, ids, start, tokens.length);
        for (int i = 0; i < longest; i++) {
            slots[i * firsts.length + text] = i < tokens.length ? start + i : start;
        }
        for (int i = 0; i < tokens.length; i++) {
            positions[start + i] = i;
            back[start + i] = (long) text * longest + i;
        }
    }
}
