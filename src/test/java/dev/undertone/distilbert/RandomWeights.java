package dev.undertone.distilbert;

import ai.djl.ndarray.types.Shape;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Weights of a small network, drawn from a seed: large enough that every part of it shows in the logits. */
public final class RandomWeights implements Weights {

    private final Map<String, Shape> shapes;
    private final Map<String, float[]> values = new LinkedHashMap<>();

    /** Draws the weights of a network of these sizes. */
    public RandomWeights(EncoderConfig config, long seed) {
        this.shapes = DistilBertTensors.shapes(config);
        Random random = new Random(seed);
        shapes.forEach((name, shape) -> {
            float[] drawn = new float[(int) shape.size()];
            boolean scale = name.endsWith("orm.weight");
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = (float) (random.nextGaussian() * 0.3 + (scale ? 1 : 0));
            }
            values.put(name, drawn);
        });
    }

    /** A network that runs in a moment: two layers of width 24 with 3 heads. */
    public static EncoderConfig tinyConfig(int vocabularySize) {
        return new EncoderConfig(
                vocabularySize, 40, 2, 24, 3, 48, EncoderConfig.base(1).labels());
    }

    float[] values(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    RandomWeights without(String name) {
        shapes.remove(name);
        return this;
    }

    @Override
    public List<TensorInfo> tensors() {
        return shapes.entrySet().stream()
                .map(entry -> new TensorInfo(
                        entry.getKey(),
                        TensorType.F32,
                        Arrays.stream(entry.getValue().getShape()).boxed().toList()))
                .toList();
    }

    @Override
    public ByteBuffer read(String name) {
        float[] stored = values(name);
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(stored.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(stored);
        return bytes;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
