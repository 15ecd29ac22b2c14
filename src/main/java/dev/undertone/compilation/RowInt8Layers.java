package dev.undertone.compilation;

import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    private final GraphWriter graph;
    private final Weights weights;

    RowInt8Layers(GraphWriter graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    @Override
    public Operand operand(String value, Kind kind) {
        if (kind instanceof Kind.Normalised normalised) {
            return aroundMiddle(value, Smoothing.of(weights, normalised));
        }
        if (kind instanceof Kind.Activated activated) {
            return fromZero(value, Smoothing.of(weights, activated));
        }
        return aroundMiddle(value, ones(((Kind.Attended) kind).width()));
    }

    private Operand aroundMiddle(String value, float[] smoothing) {
        String smooth = divided(value, smoothing);
        String scale = scale(graph.node(Node.of("Abs", smooth)), ABOVE_MIDDLE);
        String list = list(scale);
        String middles = graph.node(Node.of("Expand", number(MIDDLE, 1), graph.node(Node.of("Shape", list))));
        String numbers =
                graph.node(Node.of("QuantizeLinear", smooth, list, middles).with("axis", 0));
        return new Operand(numbers, Optional.of(new Quantized(scale, MIDDLE, smoothing, new float[smoothing.length])));
    }

    /** GELU leaves little below zero; lifted above it, all 8 bits are for what matters. */
    private Operand fromZero(String value, float[] smoothing) {
        float[] lift = new float[smoothing.length];
        for (int i = 0; i < lift.length; i++) {
            lift[i] = BELOW_GELU / smoothing[i];
        }
        String lifted = graph.node(Node.of("Add", divided(value, smoothing), graph.floats(lift, lift.length)));
        String scale = scale(lifted, ALL);
        String numbers =
                graph.node(Node.of("QuantizeLinear", lifted, list(scale)).with("axis", 0));
        return new Operand(numbers, Optional.of(new Quantized(scale, 0, smoothing, lift)));
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private String divided(String value, float[] divisors) {
        if (Arrays.equals(divisors, ones(divisors.length))) {
            return value;
        }
        float[] factors = new float[divisors.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = 1 / divisors[i];
        }
        return graph.node(Node.of("Mul", value, graph.floats(factors, factors.length)));
    }

    /** The scale of each row of non-negative numbers, of shape (rows, 1). */
    private String scale(String magnitudes, int largest) {
        String maxima =
                graph.node(Node.of("ReduceMax", magnitudes, graph.longs(-1)).with("keepdims", 1));
        return graph.node(Node.of("Mul", maxima, graph.floats(new float[] {1f / largest})));
    }

    private String list(String scale) {
        return graph.node(Node.of("Reshape", scale, graph.longs(-1)));
    }

    private String number(int value, long... shape) {
        return graph.constant(ElementType.UINT8, ByteBuffer.wrap(new byte[] {(byte) value}), shape);
    }

    @Override
    public Product multiply(Operand operand, String layer) {
        Quantized quantized = operand.quantized().orElseThrow();
        float[] bias = weights.floats(layer + ".bias");
        float[] matrix = weights.floats(layer + ".weight");
        multiplyColumns(matrix, quantized.smoothing());
        int out = bias.length;
        QuantizedMatrix numbers = QuantizedMatrix.of(matrix, out);
        float[] lifted = numbers.times(quantized.offset());
        for (int i = 0; i < out; i++) {
            bias[i] -= lifted[i];
        }
        String product = graph.node(Node.microsoft(
                "MatMulIntegerToFloat",
                operand.value(),
                graph.constant(ElementType.INT8, ByteBuffer.wrap(numbers.numbers()), matrix.length / out, out),
                graph.floats(new float[] {1}),
                graph.floats(numbers.scales(), out),
                number(quantized.zeroPoint())));
        return new Product(graph.node(Node.of("Mul", product, quantized.scale())), bias);
    }

    private static void multiplyColumns(float[] matrix, float[] factors) {
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] *= factors[i % factors.length];
        }
    }
}
