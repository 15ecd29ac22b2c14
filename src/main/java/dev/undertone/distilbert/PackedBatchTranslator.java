package dev.undertone.distilbert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.nio.LongBuffer;
import java.util.List;

/** Packs token ids for a compiled network, and reads the logits back. */
final class PackedBatchTranslator implements NoBatchifyTranslator<List<long[]>, float[][]> {

    @Override
    public NDList processInput(TranslatorContext context, List<long[]> texts) {
        NDManager manager = context.getNDManager();
        PackedBatch batch = PackedBatch.of(texts);
        int rows = batch.ids().length;
        int count = batch.lengths().length;
        return new NDList(
                longs(manager, "ids", batch.ids(), rows),
                longs(manager, "positions", batch.positions(), rows),
                longs(manager, "slots", batch.slots(), batch.longest(), count),
                longs(manager, "back", batch.back(), rows),
                longs(manager, "firsts", batch.firsts(), count),
                longs(manager, "lengths", batch.lengths(), count));
    }

    private static NDArray longs(NDManager manager, String name, long[] elements, long... shape) {
        NDArray array = manager.create(LongBuffer.wrap(elements), new Shape(shape), DataType.INT64);
        array.setName(name);
        return array;
    }

    @Override
    public float[][] processOutput(TranslatorContext context, NDList list) {
        return Logits.rows(list);
    }
}
