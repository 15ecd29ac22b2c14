package dev.undertone.training.teacher;

import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The answers to some neighbouring texts on the heap: one row a text in each of its tensors. */
final class AnswerChunk implements Weights {

    static final String LOGITS = "logits";

    private final int texts;
    private final Map<String, float[]> rows = new TreeMap<>();

    AnswerChunk(int texts) {
        this.texts = texts;
    }

    static String state(int studentLayer) {
        return "state." + studentLayer;
    }

    /** Adds one text's row times a factor to what is there. */
    void add(String name, int text, float[] row, float factor) {
        float[] all = rows.computeIfAbsent(name, missing -> new float[texts * row.length]);
        for (int i = 0; i < row.length; i++) {
            all[text * row.length + i] += row[i] * factor;
        }
    }

    @Override
    public List<TensorInfo> tensors() {
        return rows.entrySet().stream()
                .map(entry -> new TensorInfo(entry.getKey(), TensorType.F32, List.of((long) texts, (long)
                        (entry.getValue().length / texts))))
                .toList();
    }

    @Override
    public ByteBuffer read(String name) {
        float[] all = Objects.requireNonNull(rows.get(name), name);
        ByteBuffer bytes = ByteBuffer.allocate(all.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(all);
        return bytes;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
