package dev.undertone.distilbert;

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
        return Logits.rows(list);
    }
}
