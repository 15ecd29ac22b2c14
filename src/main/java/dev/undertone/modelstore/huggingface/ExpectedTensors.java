package dev.undertone.modelstore.huggingface;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors that a DistilBERT of some size must have, from the input to the output. */
public final class ExpectedTensors {

    private ExpectedTensors() {}

    /** The shape of each tensor, by name. */
    public static Map<String, List<Long>> of(EncoderConfig config) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        long hidden = config.hidden();
        long inner = config.feedForward();
        String embeddings = "distilbert.embeddings.";
        shapes.put(embeddings + "word_embeddings.weight", List.of((long) config.vocabularySize(), hidden));
        shapes.put(embeddings + "position_embeddings.weight", List.of((long) config.maxPositions(), hidden));
        norm(shapes, embeddings + "LayerNorm", hidden);
        for (int i = 0; i < config.layers(); i++) {
            String layer = "distilbert.transformer.layer." + i + ".";
            for (String projection : List.of("q_lin", "k_lin", "v_lin", "out_lin")) {
                linear(shapes, layer + "attention." + projection, hidden, hidden);
            }
            norm(shapes, layer + "sa_layer_norm", hidden);
            linear(shapes, layer + "ffn.lin1", inner, hidden);
            linear(shapes, layer + "ffn.lin2", hidden, inner);
            norm(shapes, layer + "output_layer_norm", hidden);
        }
        linear(shapes, "pre_classifier", hidden, hidden);
        linear(shapes, "classifier", config.labels().size(), hidden);
        return shapes;
    }

    /**
     * Checks that all are there, with their shape and as floating point numbers; others may be there too.
     *
     * @throws CheckpointRefused naming the folder and the first tensor that is not as expected
     */
    public static void requireIn(Weights weights, EncoderConfig config, String folder) {
        of(config).forEach((name, shape) -> {
            TensorInfo found = weights.find(name)
                    .orElseThrow(() -> new CheckpointRefused(folder, "the weights lack the tensor " + name));
            if (!found.shape().equals(shape)) {
                throw new CheckpointRefused(
                        folder, "tensor " + name + " has the shape " + found.shape() + ", config.json needs " + shape);
            }
            if (!found.type().isFloatingPoint()) {
                throw new CheckpointRefused(
                        folder, "tensor " + name + " has the type " + found.type() + ", expected F32, F16 or BF16");
            }
        });
    }

    private static void linear(Map<String, List<Long>> shapes, String name, long outputs, long inputs) {
        shapes.put(name + ".weight", List.of(outputs, inputs));
        shapes.put(name + ".bias", List.of(outputs));
    }

    private static void norm(Map<String, List<Long>> shapes, String name, long width) {
        shapes.put(name + ".weight", List.of(width));
        shapes.put(name + ".bias", List.of(width));
    }
}
