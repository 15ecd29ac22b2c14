package dev.undertone.compilation;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.Weights;
import java.util.Optional;

/** Linear layers in float32. */
final class FloatLayers implements LinearLayers {

    private final GraphWriter graph;
    private final Weights weights;

    FloatLayers(GraphWriter graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    @Override
    public Operand operand(String value, Kind kind, String rows) {
        return new Operand(value, Optional.empty());
    }

    @Override
    public Product multiply(Operand operand, String layer) {
        float[] bias = weights.floats(layer + ".bias");
        float[] matrix = weights.floats(layer + ".weight");
        int out = bias.length;
        int in = matrix.length / out;
        String transposed = graph.floats(Matrices.transposed(matrix, out, in), in, out);
        return new Product(graph.node(Node.of("MatMul", operand.value(), transposed)), bias);
    }
}
