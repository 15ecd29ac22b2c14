package dev.undertone.compilation;

import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
     * The same for one query a text.
     *
     * @param queries of shape (texts, hidden)
     * @return of shape (texts, hidden)
     */
    String ofFirsts(String queries, String keys, String values) {
        return list(mixed(graph.node(Node.of("Unsqueeze", queries, graph.longs(0))), keys, values));
    }

    /** Of shape (texts, heads, asking, hidden / heads). */
    private String mixed(String queries, String keys, String values) {
        String scores = graph.node(Node.microsoft("FusedMatMul", heads(queries), heads(placed(keys)))
                .with("alpha", (float) (1 / Math.sqrt((double) hidden / heads)))
                .with("transBatchA", 1)
                .with("transBatchB", 1)
                .with("transB", 1));
        return graph.node(Node.microsoft("FusedMatMul", weights(scores), heads(placed(values)))
                .with("transBatchB", 1));
    }

    private String weights(String scores) {
        return graph.node(
                Node.of("Softmax", graph.node(Node.of("Add", scores, mask))).with("axis", -1));
    }

    private String placed(String rows) {
        return graph.node(Node.of("Gather", rows, "slots"));
    }

    private String heads(String rectangle) {
        return graph.node(Node.of("Reshape", rectangle, graph.longs(0, 0, heads, hidden / heads)));
    }

    private String list(String rectangle) {
        return graph.node(Node.of("Reshape", rectangle, graph.longs(-1, hidden)));
    }
}
