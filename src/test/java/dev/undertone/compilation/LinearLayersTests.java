package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.compilation.LinearLayers.Kind;
import dev.undertone.compilation.LinearLayers.Product;
import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.distilbert.RandomWeights;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each linear layer of a graph, alone, against the same in double precision. */
final class LinearLayersTests {

    private static final EncoderConfig CONFIG = RandomWeights.tinyConfig(50);
    private static final String LAYER = "distilbert.transformer.layer.0.";
    private static final Kind NORMALISED = new Kind.Normalised(LAYER + "sa_layer_norm", LAYER + "ffn.lin1");
    private static final Kind ATTENDED = new Kind.Attended();
    private static final Kind ACTIVATED = new Kind.Activated();
    private static final int ROWS = 9;

    @TempDir
    private Path folder;

    private final Weights weights = new RandomWeights(CONFIG, 5);

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of(NORMALISED, "ffn.lin1", CONFIG.hidden()),
                Arguments.of(ATTENDED, "attention.out_lin", CONFIG.hidden()),
                Arguments.of(ACTIVATED, "ffn.lin2", CONFIG.feedForward()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void floatLayersGiveWhatIsCalculatedByHand(Kind kind, String layer, int width) {
        float[][] input = input(kind, width, 1);

        assertThat(error(run(FloatLayers::new, kind, layer, input), byHand(layer, input)))
                .isLessThan(1e-5);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void wholeNumbersComeWithinTwoHundredthsOfIt(Kind kind, String layer, int width) {
        float[][] input = input(kind, width, 2);

        assertThat(error(run(RowInt8Layers::new, kind, layer, input), byHand(layer, input)))
                .isBetween(1e-5, 0.02);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aRowGivesTheSameToTheLastBitWhateverTheOthersHold(Kind kind, String layer, int width) {
        float[][] input = input(kind, width, 3);
        float[][] other = input(kind, width, 4);
        other[4] = input[4];
        for (int i = 0; i < width; i++) {
            other[5][i] *= 1000;
        }

        assertThat(run(RowInt8Layers::new, kind, layer, other)[4])
                .containsExactly(run(RowInt8Layers::new, kind, layer, input)[4]);
        assertThat(run(RowInt8Layers::new, kind, layer, new float[][] {input[4]})[0])
                .containsExactly(run(RowInt8Layers::new, kind, layer, input)[4]);
    }

    @Test
    void anOutlierChannelDoesNotCoarsenTheOthers() {
        float[][] input = input(NORMALISED, CONFIG.hidden(), 6);
        Weights outlier = new OutlierGain(weights, LAYER + "sa_layer_norm.weight", 40);
        for (float[] row : input) {
            row[3] *= 40;
        }
        double smoothed =
                error(run(outlier, RowInt8Layers::new, NORMALISED, "ffn.lin1", input), byHand("ffn.lin1", input));
        double rough = error(run(outlier, RowInt8Layers::new, ATTENDED, "ffn.lin1", input), byHand("ffn.lin1", input));

        assertThat(smoothed).isLessThan(rough / 2);
    }

    @Test
    void aRowOfZerosGivesTheBias() {
        float[][] zeros = new float[1][CONFIG.hidden()];

        assertThat(run(RowInt8Layers::new, ATTENDED, "attention.out_lin", zeros)[0])
                .containsExactly(weights.floats(LAYER + "attention.out_lin.bias"));
    }

    private float[][] run(
            BiFunction<GraphWriter, Weights, LinearLayers> arithmetic, Kind kind, String layer, float[][] input) {
        return run(weights, arithmetic, kind, layer, input);
    }

    private float[][] run(
            Weights with,
            BiFunction<GraphWriter, Weights, LinearLayers> arithmetic,
            Kind kind,
            String layer,
            float[][] input) {
        try (GraphWriter graph = new GraphWriter(folder)) {
            String value = graph.input("value", ElementType.FLOAT, "rows", input[0].length);
            LinearLayers linear = arithmetic.apply(graph, with);
            String rows =
                    graph.node(Node.of("ReduceMax", value, graph.longs(-1)).with("keepdims", 0));
            Product product = linear.multiply(linear.operand(value, kind, rows), LAYER + layer);
            graph.node(Node.of("Add", product.value(), graph.floats(product.bias(), product.bias().length)), "sum");
            graph.output("sum", ElementType.FLOAT, "rows", product.bias().length);
            graph.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return GraphRun.of(folder, input);
    }

    private double[][] byHand(String layer, float[][] input) {
        float[] matrix = weights.floats(LAYER + layer + ".weight");
        float[] bias = weights.floats(LAYER + layer + ".bias");
        double[][] result = new double[input.length][bias.length];
        for (int row = 0; row < input.length; row++) {
            for (int out = 0; out < bias.length; out++) {
                result[row][out] = bias[out];
                for (int in = 0; in < input[row].length; in++) {
                    result[row][out] += (double) input[row][in] * matrix[out * input[row].length + in];
                }
            }
        }
        return result;
    }

    /** The root of the mean square of what differs, as a share of that of the numbers themselves. */
    private static double error(float[][] found, double[][] expected) {
        double difference = 0;
        double size = 0;
        for (int row = 0; row < expected.length; row++) {
            for (int i = 0; i < expected[row].length; i++) {
                difference += Math.pow(found[row][i] - expected[row][i], 2);
                size += Math.pow(expected[row][i], 2);
            }
        }
        return Math.sqrt(difference / size);
    }

    private static float[][] input(Kind kind, int width, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[ROWS][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                float drawn = (float) random.nextGaussian();
                row[i] = kind instanceof Kind.Activated ? Math.max(-0.16f, drawn) : drawn;
            }
        }
        return rows;
    }

    /** Other weights in which one channel of a normalisation has a larger gain. */
    private record OutlierGain(Weights inner, String gain, float factor) implements Weights {

        @Override
        public List<TensorInfo> tensors() {
            return inner.tensors();
        }

        @Override
        public ByteBuffer read(String name) {
            return inner.read(name);
        }

        @Override
        public float[] floats(String name) {
            float[] values = inner.floats(name);
            if (name.equals(gain)) {
                values[3] *= factor;
            }
            return values;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
