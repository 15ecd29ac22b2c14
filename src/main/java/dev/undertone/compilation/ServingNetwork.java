package dev.undertone.compilation;

import dev.undertone.compilation.LinearLayers.Kind;
import dev.undertone.compilation.LinearLayers.Operand;
import dev.undertone.compilation.LinearLayers.Product;
import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import dev.undertone.modelstore.Weights;

/**
 * DistilBERT as it is served: texts of any lengths lie one after the other in the rows of one matrix, so that padding
 * is computed nowhere but in the attention scores, and the last layer computes everything but keys and values for the
 * first token of each text alone, the only one that is read.
 *
 * <p>Inputs, in this order: {@code ids} and {@code positions} (int64, rows); {@code slots} (int64, texts × longest):
 * the row of each token of a text, any row for padding; {@code back} (int64, rows): which slot is each row's, counted
 * over all texts; {@code firsts} (int64, texts): the row of each text's first token; {@code lengths} (int32, texts).
 * Output: {@code logits} (float32, texts × labels).
 */
final class ServingNetwork {

    private static final String EMBEDDINGS = "distilbert.embeddings.";
    private static final float EPSILON = 1e-12f;
    /** Far below any attention score, yet finite. */
    private static final float MASKED = -1e9f;

    private final GraphWriter graph;
    private final EncoderConfig config;
    private final Weights weights;
    private final LinearLayers linear;

    ServingNetwork(GraphWriter graph, EncoderConfig config, Weights weights, LinearLayers linear) {
        this.graph = graph;
        this.config = config;
        this.weights = weights;
        this.linear = linear;
    }

    void write() {
        String ids = graph.input("ids", ElementType.INT64, "rows");
        String positions = graph.input("positions", ElementType.INT64, "rows");
        graph.input("slots", ElementType.INT64, "texts", "longest");
        graph.input("back", ElementType.INT64, "rows");
        graph.input("firsts", ElementType.INT64, "texts");
        graph.input("lengths", ElementType.INT32, "texts");
        String sum = graph.node(Node.of("Add", rows("word_embeddings", ids), rows("position_embeddings", positions)));
        String norm = EMBEDDINGS + "LayerNorm";
        String states = graph.node(Node.of("LayerNormalization", sum, vector(norm + ".weight"), vector(norm + ".bias"))
                .with("axis", -1)
                .with("epsilon", EPSILON));
        for (int layer = 0; layer < config.layers(); layer++) {
            String prefix = "distilbert.transformer.layer." + layer + ".";
            states = layer(prefix, states, norm, layer == config.layers() - 1);
            norm = prefix + "output_layer_norm";
        }
        String pooled = graph.node(Node.of("Relu", dense(states, "pre_classifier")));
        graph.node(Node.of("Identity", dense(pooled, "classifier")), "logits");
        graph.output("logits", ElementType.FLOAT, "texts", config.labels().size());
    }

    /** Rows of a table of embeddings; it keeps the half precision in which it is stored, as that loses nothing. */
    private String rows(String table, String indices) {
        String name = EMBEDDINGS + table + ".weight";
        TensorInfo info = weights.find(name).orElseThrow();
        long[] shape = info.shape().stream().mapToLong(Long::longValue).toArray();
        if (info.type() == TensorType.F16) {
            String half = graph.constant(ElementType.FLOAT16, weights.read(name).slice(), shape);
            return graph.node(Node.of("Cast", graph.node(Node.of("Gather", half, indices)))
                    .with("to", 1));
        }
        return graph.node(Node.of("Gather", graph.floats(weights.floats(name), shape), indices));
    }

    private String layer(String prefix, String states, String norm, boolean firstsOnly) {
        String attention = prefix + "attention.";
        Kind kind = new Kind.Normalised(norm, attention + "q_lin", attention + "k_lin", attention + "v_lin");
        Operand all = linear.operand(states, kind);
        String asking = firstsOnly ? graph.node(Node.of("Gather", states, "firsts")) : states;
        Operand askingOperand = firstsOnly ? linear.operand(asking, kind) : all;
        Product queries = linear.multiply(askingOperand, attention + "q_lin");
        Product keys = linear.multiply(all, attention + "k_lin");
        Product values = linear.multiply(all, attention + "v_lin");

        String attended = attended(queries, keys, values, firstsOnly);
        Product mixed =
                linear.multiply(linear.operand(attended, new Kind.Attended(config.hidden())), attention + "out_lin");
        String middle = added(mixed, asking, prefix + "sa_layer_norm");
        Product wide = linear.multiply(
                linear.operand(middle, new Kind.Normalised(prefix + "sa_layer_norm", prefix + "ffn.lin1")),
                prefix + "ffn.lin1");
        String activated = graph.node(Node.microsoft("BiasGelu", wide.value(), vector(wide.bias())));
        Kind activation = new Kind.Activated(prefix + "ffn.lin1", prefix + "sa_layer_norm", prefix + "ffn.lin2");
        Product narrow = linear.multiply(linear.operand(activated, activation), prefix + "ffn.lin2");
        return added(narrow, middle, prefix + "output_layer_norm");
    }

    /** Rows stand in a rectangle of texts while they attend to each other, and in their places again after. */
    private String attended(Product queries, Product keys, Product values, boolean firstsOnly) {
        String asking = firstsOnly
                ? graph.node(Node.of("Unsqueeze", queries.value(), graph.longs(1)))
                : graph.node(Node.of("Gather", queries.value(), "slots"));
        float[] biases = new float[3 * config.hidden()];
        System.arraycopy(queries.bias(), 0, biases, 0, config.hidden());
        System.arraycopy(keys.bias(), 0, biases, config.hidden(), config.hidden());
        System.arraycopy(values.bias(), 0, biases, 2 * config.hidden(), config.hidden());
        String rectangle = graph.node(Node.microsoft(
                        "MultiHeadAttention",
                        asking,
                        graph.node(Node.of("Gather", keys.value(), "slots")),
                        graph.node(Node.of("Gather", values.value(), "slots")),
                        vector(biases),
                        "lengths")
                .with("num_heads", config.heads())
                .with("mask_filter_value", MASKED));
        String list = graph.node(Node.of("Reshape", rectangle, graph.longs(-1, config.hidden())));
        return firstsOnly ? list : graph.node(Node.of("Gather", list, "back"));
    }

    private String added(Product product, String before, String norm) {
        return graph.node(Node.microsoft(
                        "SkipLayerNormalization",
                        product.value(),
                        before,
                        vector(norm + ".weight"),
                        vector(norm + ".bias"),
                        vector(product.bias()))
                .with("epsilon", EPSILON));
    }

    /** A layer of the head, which sees one row a text: not worth another arithmetic. */
    private String dense(String value, String layer) {
        float[] bias = weights.floats(layer + ".bias");
        float[] matrix = weights.floats(layer + ".weight");
        String constant = graph.floats(matrix, bias.length, matrix.length / bias.length);
        return graph.node(Node.of("Gemm", value, constant, vector(bias)).with("transB", 1));
    }

    private String vector(String tensor) {
        return vector(weights.floats(tensor));
    }

    private String vector(float[] elements) {
        return graph.floats(elements, elements.length);
    }
}
