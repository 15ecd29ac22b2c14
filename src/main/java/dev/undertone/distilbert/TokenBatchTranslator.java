package dev.undertone.distilbert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.List;

/** Pads a batch of token ids to its longest text, and reads the logits back. */
final class TokenBatchTranslator implements NoBatchifyTranslator<List<long[]>, float[][]> {

    @Override
    public NDList processInput(TranslatorContext context, List<long[]> batch) {
        return TokenBatch.pad(context.getNDManager(), batch);
    }

    @Override
    public float[][] processOutput(TranslatorContext context, NDList list) {
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
