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
 * is computed nowhere but in the attention scores, and the last layer computes everything for the first token of each
 * text alone, the only one that is read.
 *
 * <p>Inputs, all int64 and in this order: {@code ids} and {@code positions} (rows); {@code slots} (longest × texts):
 * the row of each token of a text, any row for padding; {@code back} (rows): the place of each row if texts of the
 * longest's length stood one after the other; {@code firsts} (texts): the row of each text's first token;
 * {@code lengths} (texts). Output: {@code logits} (float32, texts × labels).
 */
final class ServingNetwork {

    private static final String EMBEDDINGS = "distilbert.embeddings.";
    private static final float EPSILON = 1e-12f;

    private final GraphWriter graph;
    private final EncoderConfig config;
    private final Weights weights;
    private final LinearLayers linear;
    private final Attention attends;

    ServingNetwork(GraphWriter graph, EncoderConfig config, Weights weights, LinearLayers linear) {
        this.graph = graph;
        this.config = config;
        this.weights = weights;
        this.linear = linear;
        this.attends = new Attention(graph, config.heads(), config.hidden());
    }

    void write() {
        String ids = graph.input("ids", ElementType.INT64, "rows");
        String positions = graph.input("positions", ElementType.INT64, "rows");
        graph.input("slots", ElementType.INT64, "longest", "texts");
        graph.input("back", ElementType.INT64, "rows");
        graph.input("firsts", ElementType.INT64, "texts");
        graph.input("lengths", ElementType.INT64, "texts");
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
            String half =
                    graph.named(table, ElementType.FLOAT16, weights.read(name).slice(), shape);
            return graph.node(Node.of("Cast", graph.node(Node.of("Gather", half, indices)))
                    .with("to", 1));
        }
        return graph.node(Node.of("Gather", graph.named(table, weights.floats(name), shape), indices));
    }

    private String layer(String prefix, String states, String norm, boolean firstsOnly) {
        String rows = rows(firstsOnly);
        String asking = firstsOnly ? graph.node(Node.of("Gather", states, "firsts")) : states;
        Product attended = attended(prefix + "attention.", states, asking, norm, firstsOnly);
        String middle = added(attended, asking, prefix + "sa_layer_norm");
        Product wide = linear.multiply(
                linear.operand(middle, new Kind.Normalised(prefix + "sa_layer_norm", prefix + "ffn.lin1"), rows),
                prefix + "ffn.lin1");
        String activated = graph.node(Node.microsoft("Gelu", biased(wide)));
        Product narrow = linear.multiply(linear.operand(activated, new Kind.Activated(), rows), prefix + "ffn.lin2");
        return added(narrow, middle, prefix + "output_layer_norm");
    }

    private static String rows(boolean firstsOnly) {
        return firstsOnly ? "firsts" : "ids";
    }

    private Product attended(String attention, String states, String asking, String norm, boolean firstsOnly) {
        String mixed = firstsOnly ? ofFirsts(attention, states, asking, norm) : ofAll(attention, states, norm);
        Product product =
                linear.multiply(linear.operand(mixed, new Kind.Attended(), rows(firstsOnly)), attention + "out_lin");
        float[] values = weights.floats(attention + "v_lin.bias");
        return new Product(product.value(), through(attention + "out_lin", values, product.bias()));
    }

    private String ofAll(String attention, String states, String norm) {
        Kind kind = new Kind.Normalised(norm, attention + "q_lin", attention + "k_lin", attention + "v_lin");
        Operand operand = linear.operand(states, kind, rows(false));
        String keys = linear.multiply(operand, attention + "k_lin").value();
        String values = linear.multiply(operand, attention + "v_lin").value();
        return attends.ofAll(biased(linear.multiply(operand, attention + "q_lin")), keys, values);
    }

    private String ofFirsts(String attention, String states, String asking, String norm) {
        Operand operand = linear.operand(asking, new Kind.Normalised(norm, attention + "q_lin"), rows(true));
        return attends.ofFirsts(
                biased(linear.multiply(operand, attention + "q_lin")),
                states,
                weights.floats(attention + "k_lin.weight"),
                weights.floats(attention + "v_lin.weight"));
    }

    /**
     * The bias has two dimensions, as ONNX Runtime would fuse one of one dimension with the GELU behind it: the fused
     * operator gives the same numbers and is slower, by 6 % of the whole network.
     */
    private String biased(Product product) {
        return graph.node(Node.of("Add", product.value(), graph.floats(product.bias(), 1, product.bias().length)));
    }

    /** What comes out of a layer for a vector, added to its bias. */
    private float[] through(String layer, float[] input, float[] bias) {
        float[] matrix = weights.floats(layer + ".weight");
        float[] result = bias.clone();
        for (int out = 0; out < result.length; out++) {
            double sum = bias[out];
            for (int in = 0; in < input.length; in++) {
                sum += (double) matrix[out * input.length + in] * input[in];
            }
            result[out] = (float) sum;
        }
        return result;
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
