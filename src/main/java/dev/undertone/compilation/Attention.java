package dev.undertone.compilation;

import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Scaled dot-product attention of many heads (Vaswani et al. 2017, arXiv 1706.03762, section 3.2), in plain operators:
 * with ONNX Runtime's {@code MultiHeadAttention} 6 % fewer texts of some twenty tokens went through the network in a
 * second.
 *
 * <p>Texts stand side by side in a rectangle of shape (longest, texts, hidden), so that heads are read where they lie
 * and nothing is transposed before it is multiplied.
 */
final class Attention {

    /** Far below any attention score, yet finite: its exponential is zero. */
    private static final float MASKED = -1e9f;

    private final GraphWriter graph;
    private final int heads;
    private final int hidden;
    private final String mask;

    /** Adds what all layers share to the graph, which has the inputs {@code slots} and {@code lengths}. */
    Attention(GraphWriter graph, int heads, int hidden) {
        this.graph = graph;
        this.heads = heads;
        this.hidden = hidden;
        this.mask = mask();
    }

    /** What is added to each score: nothing inside a text, of shape (texts, 1, 1, longest). */
    private String mask() {
        String longest = graph.node(Node.of("Gather", graph.node(Node.of("Shape", "slots")), scalar(0)));
        String places = graph.node(Node.of("Range", scalar(0), longest, scalar(1)));
        String lengths = graph.node(Node.of("Unsqueeze", "lengths", graph.longs(1, 2, 3)));
        String inside = graph.node(Node.of("Less", places, lengths));
        return graph.node(Node.of("Where", inside, graph.floats(new float[] {0}), graph.floats(new float[] {MASKED})));
    }

    private String scalar(long value) {
        ByteBuffer element = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return graph.constant(ElementType.INT64, element.putLong(value).flip());
    }

    /**
     * Each token's mean of the values of its text, weighted by how well its query fits their keys.
     *
     * @param queries of shape (rows, hidden), with bias
     * @param keys of shape (rows, hidden); a bias would add the same to all scores of a query and is left out
     * @param values of shape (rows, hidden); a bias passes through a mean unchanged and may as well be added after
     * @return of shape (rows, hidden)
     */
    String ofAll(String queries, String keys, String values) {
        String mixed = mixed(placed(queries), keys, values);
        String byText = graph.node(Node.of("Transpose", mixed).with("perm", 0L, 2, 1, 3));
        return graph.node(Node.of("Gather", list(byText), "back"));
    }

    /**
     * The same for one query a text, for which neither keys nor values are made: {@code q·(K x) = (Kᵀ q)·x}, and a
     * weighted sum of {@code V x} is {@code V} times that sum of {@code x}. Kᵀ q and V times the sum are products for
     * each text, where keys and values would be two for each token.
     *
     * @param queries of shape (texts, hidden), with bias
     * @param states what keys and values would be made of, of shape (rows, hidden)
     * @param keys the weights of the keys' layer, of shape (hidden, hidden)
     * @param values the weights of the values' layer, of shape (hidden, hidden)
     * @return of shape (texts, hidden)
     */
    String ofFirsts(String queries, String states, float[] keys, float[] values) {
        int width = hidden / heads;
        // All heads read the same states: they are the queries of one wide head.
        String rectangle = reshaped(placed(states), 0, 0, 1, hidden);
        List<String> asked = eachHead(queries, 1, head -> graph.floats(ofHead(keys, head), width, hidden));
        String asking = reshaped(graph.node(concat(asked, 1)), -1, 1, heads, hidden);
        // With the states on the left the engine adds up a product in the same order however long the texts are.
        String scores = graph.node(Node.microsoft("FusedMatMul", rectangle, asking)
                .with("alpha", scale())
                .with("transBatchA", 1)
                .with("transB", 1));
        String byHead = graph.node(Node.of("Transpose", scores).with("perm", 0L, 1, 3, 2));
        String mixed = graph.node(
                Node.microsoft("FusedMatMul", weights(byHead), rectangle).with("transBatchB", 1));
        List<String> read = eachHead(
                mixed,
                2,
                head -> graph.floats(Matrices.transposed(ofHead(values, head), width, hidden), hidden, width));
        return list(graph.node(concat(read, -1)));
    }

    /** A value cut into heads along an axis, each multiplied with a matrix of its own. */
    private List<String> eachHead(String value, int axis, IntFunction<String> matrix) {
        List<String> parts =
                graph.nodes(Node.of("Split", value).with("axis", axis).with("num_outputs", heads), heads);
        return IntStream.range(0, heads)
                .mapToObj(head -> graph.node(Node.of("MatMul", parts.get(head), matrix.apply(head))))
                .toList();
    }

    /** The rows of a matrix that give a head, of shape (hidden / heads, hidden). */
    private float[] ofHead(float[] matrix, int head) {
        int length = matrix.length / heads;
        return Arrays.copyOfRange(matrix, head * length, (head + 1) * length);
    }

    private static Node concat(List<String> parts, int axis) {
        return Node.of("Concat", parts.toArray(String[]::new)).with("axis", axis);
    }

    /** Of shape (texts, heads, asking, hidden / heads). */
    private String mixed(String queries, String keys, String values) {
        String scores = graph.node(Node.microsoft("FusedMatMul", heads(queries), heads(placed(keys)))
                .with("alpha", scale())
                .with("transBatchA", 1)
                .with("transBatchB", 1)
                .with("transB", 1));
        return graph.node(Node.microsoft("FusedMatMul", weights(scores), heads(placed(values)))
                .with("transBatchB", 1));
    }

    private float scale() {
        return (float) (1 / Math.sqrt((double) hidden / heads));
    }

    private String weights(String scores) {
        return graph.node(
                Node.of("Softmax", graph.node(Node.of("Add", scores, mask))).with("axis", -1));
    }

    private String placed(String rows) {
        return graph.node(Node.of("Gather", rows, "slots"));
    }

    private String heads(String rectangle) {
        return reshaped(rectangle, 0, 0, heads, hidden / heads);
    }

    private String list(String rectangle) {
        return reshaped(rectangle, -1, hidden);
    }

    private String reshaped(String value, long... shape) {
        return graph.node(Node.of("Reshape", value, graph.longs(shape)));
    }
}
