package dev.undertone.distilbert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** What a network gives, in memory of Java. */
final class Logits {

    private Logits() {}

    /** The rows of the only array of a list, of shape (texts, labels). */
    static float[][] rows(NDList list) {
        NDArray logits = list.singletonOrThrow();
        int labels = (int) logits.getShape().get(1);
        float[] flat = logits.toFloatArray();
        float[][] rows = new float[flat.length / labels][labels];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * labels, rows[i], 0, labels);
        }
        return rows;
    }
}
