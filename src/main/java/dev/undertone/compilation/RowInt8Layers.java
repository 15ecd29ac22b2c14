package dev.undertone.compilation;

import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Linear layers on small whole numbers. Each row of the input has a scale of its own, and sums of whole numbers are
 * exact in any order: what a row gives depends on no other row.
 */
final class RowInt8Layers implements LinearLayers {

    /** The minimum of GELU is -0.16997. */
    private static final float BELOW_GELU = 0.17f;

    private static final int MIDDLE = 128;
    private static final int ABOVE_MIDDLE = 127;
    private static final int ALL = 255;
    /** Enough that a row need reach only 1.64 before its scale is its own. */
    private static final int BELOW = 24;

    private final GraphWriter graph;
    private final Weights weights;
    /** The zero points of all rows, which many values share. */
    private final Map<String, String> shared = new HashMap<>();

    RowInt8Layers(GraphWriter graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    @Override
    public Operand operand(String value, Kind kind, String rows) {
        if (kind instanceof Kind.Normalised normalised) {
            float[] smoothing = Smoothing.of(weights, normalised);
            return aroundMiddle(divided(value, smoothing), Optional.of(smoothing), rows);
        }
        return kind instanceof Kind.Activated ? fromBelow(value, rows) : aroundMiddle(value, Optional.empty(), rows);
    }

    private Operand aroundMiddle(String value, Optional<float[]> smoothing, String rows) {
        String scales = scales(graph.node(Node.of("Abs", value)), ABOVE_MIDDLE);
        return quantized(value, scales, MIDDLE, smoothing, rows);
    }

    /** GELU leaves little below zero: a few numbers are for that, the others for what is above. */
    private Operand fromBelow(String value, String rows) {
        String least = graph.floats(new float[] {BELOW_GELU / BELOW});
        String scales = graph.node(Node.of("Max", scales(value, ALL - BELOW), least));
        return quantized(value, scales, BELOW, Optional.empty(), rows);
    }

    private Operand quantized(String value, String scales, int zeroPoint, Optional<float[]> smoothing, String rows) {
        String zeroPoints = shared.computeIfAbsent(
                rows + " " + zeroPoint,
                key -> graph.node(Node.of("Expand", number(zeroPoint, 1), graph.node(Node.of("Shape", rows)))));
        String numbers =
                graph.node(Node.of("QuantizeLinear", value, scales, zeroPoints).with("axis", 0));
        String column = graph.node(Node.of("Unsqueeze", scales, graph.longs(1)));
        return new Operand(numbers, Optional.of(new Quantized(column, zeroPoint, smoothing)));
    }

    private String divided(String value, float[] divisors) {
        float[] factors = new float[divisors.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 1 / divisors[i];
        }
        return graph.node(Node.of("Mul", value, graph.floats(factors, factors.length)));
    }

    /** The scales with which the largest number of each row becomes this one, of shape (rows). */
    private String scales(String magnitudes, int largest) {
        String maxima =
                graph.node(Node.of("ReduceMax", magnitudes, graph.longs(-1)).with("keepdims", 0));
        return graph.node(Node.of("Mul", maxima, graph.floats(new float[] {1f / largest})));
    }

    private String number(int value, long... shape) {
        return graph.constant(ElementType.UINT8, ByteBuffer.wrap(new byte[] {(byte) value}), shape);
    }

    @Override
    public Product multiply(Operand operand, String layer) {
        Quantized quantized = operand.quantized().orElseThrow();
        float[] bias = weights.floats(layer + ".bias");
        float[] matrix = weights.floats(layer + ".weight");
        quantized.smoothing().ifPresent(factors -> multiplyColumns(matrix, factors));
        int out = bias.length;
        QuantizedMatrix numbers = QuantizedMatrix.of(matrix, out);
        String product = graph.node(Node.microsoft(
                "MatMulIntegerToFloat",
                operand.value(),
                graph.constant(ElementType.INT8, ByteBuffer.wrap(numbers.numbers()), matrix.length / out, out),
                quantized.scale(),
                graph.floats(numbers.scales(), out),
                number(quantized.zeroPoint())));
        return new Product(product, bias);
    }

    private static void multiplyColumns(float[] matrix, float[] factors) {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] *= factors[i % factors.length];
        }
    }
}
