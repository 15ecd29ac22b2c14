package dev.undertone.compilation;

import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Path;

/**
 * DistilBERT as exporters write it, in operators of the ONNX standard alone; what served networks are compared with.
 *
 * <p>Inputs: {@code input_ids} and {@code attention_mask} (int64, texts × longest). Output: {@code logits} (float32,
 * texts × labels).
 */
public final class PlainNetwork {

    private static final String EMBEDDINGS = "distilbert.embeddings.";
    private static final float EPSILON = 1e-12f;
    private static final float MASKED = -1e9f;

    private final GraphWriter graph;
    private final EncoderConfig config;
    private final Weights weights;
    private final PlainLayers linear;

    private PlainNetwork(GraphWriter graph, EncoderConfig config, Weights weights, PlainLayers linear) {
        this.graph = graph;
        this.config = config;
        this.weights = weights;
        this.linear = linear;
    }

    /**
     * Writes the network of a checkpoint.
     *
     * @param arithmetic float32; or int8 with one scale for each matrix and one for each input, found while it runs
     * @param folder where {@link GraphWriter#MODEL} and {@link GraphWriter#CONSTANTS} go; it exists
     * @return the model
     */
    public static Path write(Checkpoint checkpoint, Arithmetic arithmetic, Path folder) throws IOException {
        try (Weights weights = checkpoint.openWeights();
                GraphWriter graph = new GraphWriter(folder)) {
            new PlainNetwork(graph, checkpoint.config(), weights, new PlainLayers(graph, weights, arithmetic)).write();
            graph.finish();
        }
        return folder.resolve(GraphWriter.MODEL);
    }

    private void write() {
        String ids = graph.input("input_ids", ElementType.INT64, "texts", "longest");
        String mask = graph.input("attention_mask", ElementType.INT64, "texts", "longest");
        String unread = graph.node(
                Node.of("Sub", graph.node(Node.of("Cast", mask).with("to", 1)), graph.floats(new float[] {1})));
        String bias = graph.node(Node.of(
                "Unsqueeze",
                graph.node(Node.of("Mul", unread, graph.floats(new float[] {-MASKED}))),
                graph.longs(1, 2)));
        String states = embeddings(ids);
        for (int layer = 0; layer < config.layers(); layer++) {
            states = layer("distilbert.transformer.layer." + layer + ".", states, bias);
        }
        String first = graph.node(Node.of("Gather", states, scalarZero()).with("axis", 1));
        String pooled = graph.node(Node.of("Relu", linear.of(first, "pre_classifier")));
        graph.node(Node.of("Identity", linear.of(pooled, "classifier")), "logits");
        graph.output("logits", ElementType.FLOAT, "texts", config.labels().size());
    }

    private String scalarZero() {
        return graph.constant(ElementType.INT64, java.nio.ByteBuffer.allocate(Long.BYTES));
    }

    private String embeddings(String ids) {
        String words = graph.floats(
                weights.floats(EMBEDDINGS + "word_embeddings.weight"), config.vocabularySize(), config.hidden());
        String positions = graph.floats(
                weights.floats(EMBEDDINGS + "position_embeddings.weight"), config.maxPositions(), config.hidden());
        String longest =
                graph.node(Node.of("Slice", graph.node(Node.of("Shape", ids)), graph.longs(1), graph.longs(2)));
        String places = graph.node(Node.of("Slice", positions, graph.longs(0), longest));
        String sum = graph.node(Node.of("Add", graph.node(Node.of("Gather", words, ids)), places));
        return norm(sum, EMBEDDINGS + "LayerNorm");
    }

    private String layer(String prefix, String states, String bias) {
        String attended = attention(prefix + "attention.", states, bias);
        String middle = norm(graph.node(Node.of("Add", attended, states)), prefix + "sa_layer_norm");
        String wide = gelu(linear.of(middle, prefix + "ffn.lin1"));
        String narrow = linear.of(wide, prefix + "ffn.lin2");
        return norm(graph.node(Node.of("Add", narrow, middle)), prefix + "output_layer_norm");
    }

    private String attention(String prefix, String states, String bias) {
        String scaled = graph.node(Node.of("Div", linear.of(states, prefix + "q_lin"), graph.floats(new float[] {
            (float) Math.sqrt(config.hidden() / (double) config.heads())
        })));
        String queries = heads(scaled, 0, 2, 1, 3);
        String keys = heads(linear.of(states, prefix + "k_lin"), 0, 2, 3, 1);
        String values = heads(linear.of(states, prefix + "v_lin"), 0, 2, 1, 3);
        String scores = graph.node(Node.of("Add", graph.node(Node.of("MatMul", queries, keys)), bias));
        String shares = graph.node(Node.of("Softmax", scores).with("axis", -1));
        String context = graph.node(Node.of("MatMul", shares, values));
        String together = graph.node(Node.of(
                "Reshape",
                graph.node(Node.of("Transpose", context).with("perm", 0, 2, 1, 3)),
                graph.longs(0, -1, config.hidden())));
        return linear.of(together, prefix + "out_lin");
    }

    private String heads(String value, long... order) {
        String apart = graph.node(
                Node.of("Reshape", value, graph.longs(0, -1, config.heads(), config.hidden() / config.heads())));
        return graph.node(Node.of("Transpose", apart).with("perm", order));
    }

    private String gelu(String value) {
        String erf = graph.node(Node.of("Erf", graph.node(Node.of("Div", value, graph.floats(new float[] {
            (float) Math.sqrt(2)
        })))));
        String share = graph.node(Node.of("Add", erf, graph.floats(new float[] {1})));
        return graph.node(Node.of("Mul", graph.node(Node.of("Mul", value, share)), graph.floats(new float[] {0.5f})));
    }

    private String norm(String value, String name) {
        return graph.node(Node.of("LayerNormalization", value, vector(name + ".weight"), vector(name + ".bias"))
                .with("axis", -1)
                .with("epsilon", EPSILON));
    }

    private String vector(String tensor) {
        float[] elements = weights.floats(tensor);
        return graph.floats(elements, elements.length);
    }
}
