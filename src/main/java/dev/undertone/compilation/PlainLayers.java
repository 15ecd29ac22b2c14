package dev.undertone.compilation;

import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.util.List;

/** Linear layers as exporters and ONNX Runtime's dynamic quantization write them. */
final class PlainLayers {

    private static final int LARGEST = 127;

    private final GraphWriter graph;
    private final Weights weights;
    private final Arithmetic arithmetic;

    PlainLayers(GraphWriter graph, Weights weights, Arithmetic arithmetic) {
        this.graph = graph;
        this.weights = weights;
        this.arithmetic = arithmetic;
    }

    /** A value of shape (…, in) times the weights of a layer, plus its bias. */
    String of(String value, String layer) {
        float[] bias = weights.floats(layer + ".bias");
        float[] matrix = weights.floats(layer + ".weight");
        int in = matrix.length / bias.length;
        float[] transposed = Matrices.transposed(matrix, bias.length, in);
        String product = switch (arithmetic) {
            case FP32 -> graph.node(Node.of("MatMul", value, graph.floats(transposed, in, bias.length)));
            case INT8 -> dynamic(value, transposed, in, bias.length);
        };
        return graph.node(Node.of("Add", product, graph.floats(bias, bias.length)));
    }

    private String dynamic(String value, float[] matrix, int in, int out) {
        float largest = 0;
        for (float weight : matrix) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = largest / LARGEST;
        ByteBuffer numbers = ByteBuffer.allocate(matrix.length);
        for (float weight : matrix) {
            numbers.put((byte) Math.round(weight / scale));
        }
        List<String> quantized = graph.nodes(Node.of("DynamicQuantizeLinear", value), 3);
        String product = graph.node(Node.of(
                "MatMulInteger",
                quantized.get(0),
                graph.constant(ElementType.INT8, numbers.flip(), in, out),
                quantized.get(2),
                graph.constant(ElementType.INT8, ByteBuffer.allocate(1))));
        String scales = graph.node(Node.of("Mul", quantized.get(1), graph.floats(new float[] {scale})));
        return graph.node(Node.of("Mul", graph.node(Node.of("Cast", product).with("to", 1)), scales));
    }
}
