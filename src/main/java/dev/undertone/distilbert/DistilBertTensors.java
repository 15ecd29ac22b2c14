package dev.undertone.distilbert;

import ai.djl.ndarray.types.Shape;
import dev.undertone.modelstore.EncoderConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names and shapes of a DistilBERT's tensors, in Hugging Face's spelling. */
final class DistilBertTensors {

    private DistilBertTensors() {}

    /** Every tensor of a network of these sizes; weights of linear layers are (out, in). */
    static Map<String, Shape> shapes(EncoderConfig config) {
        int hidden = config.hidden();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        String embeddings = "distilbert.embeddings.";
        shapes.put(embeddings + "word_embeddings.weight", new Shape(config.vocabularySize(), hidden));
        shapes.put(embeddings + "position_embeddings.weight", new Shape(config.maxPositions(), hidden));
        layerNorm(shapes, embeddings + "LayerNorm", hidden);
        for (int layer = 0; layer < config.layers(); layer++) {
            String prefix = "distilbert.transformer.layer." + layer + ".";
            for (String projection : new String[] {"q_lin", "k_lin", "v_lin", "out_lin"}) {
                linear(shapes, prefix + "attention." + projection, hidden, hidden);
            }
            layerNorm(shapes, prefix + "sa_layer_norm", hidden);
            linear(shapes, prefix + "ffn.lin1", config.feedForward(), hidden);
            linear(shapes, prefix + "ffn.lin2", hidden, config.feedForward());
            layerNorm(shapes, prefix + "output_layer_norm", hidden);
        }
        linear(shapes, "pre_classifier", hidden, hidden);
        linear(shapes, "classifier", config.labels().size(), hidden);
        return shapes;
    }

    private static void linear(Map<String, Shape> shapes, String name, int out, int in) {
        shapes.put(name + ".weight", new Shape(out, in));
        shapes.put(name + ".bias", new Shape(out));
    }

    private static void layerNorm(Map<String, Shape> shapes, String name, int width) {
        shapes.put(name + ".weight", new Shape(width));
        shapes.put(name + ".bias", new Shape(width));
    }
}
