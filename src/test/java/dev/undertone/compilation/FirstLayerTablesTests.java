package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.compilation.LinearLayers.Product;
import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.distilbert.RandomWeights;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked up, against the normalisation and the linear layer in double precision. */
final class FirstLayerTablesTests {

    private static final EncoderConfig CONFIG = RandomWeights.tinyConfig(50);
    private static final int HIDDEN = CONFIG.hidden();
    private static final String EMBEDDINGS = "distilbert.embeddings.";
    private static final String LAYER = "distilbert.transformer.layer.0.attention.k_lin";
    private static final float[][] TOKENS = {{3, 0}, {49, 1}, {3, 2}, {17, 3}, {0, 1}};

    @TempDir
    private Path folder;

    private final Weights weights = new RandomWeights(CONFIG, 8);

    @Test
    void lookedUpIsWhatTheLayerGivesWithinAHundredth() {
        float[][] found = lookedUp(weights, TOKENS);

        double difference = 0;
        double size = 0;
        for (int row = 0; row < TOKENS.length; row++) {
            double[] expected = byHand(weights, TOKENS[row]);
            for (int out = 0; out < HIDDEN; out++) {
                difference += Math.pow(found[row][out] - expected[out], 2);
                size += Math.pow(expected[out], 2);
            }
        }
        assertThat(Math.sqrt(difference / size)).isBetween(1e-5, 0.01);
    }

    @Test
    void aTokenGivesTheSameToTheLastBitWhateverStandsBesideIt() {
        float[][] all = lookedUp(weights, TOKENS);

        for (int row = 0; row < TOKENS.length; row++) {
            assertThat(lookedUp(weights, new float[][] {TOKENS[row]})[0]).containsExactly(all[row]);
        }
    }

    @Test
    void aTokenWithoutAnEmbeddingIsItsPlaceAlone() {
        Weights silent = new ChangedWeights(
                weights,
                EMBEDDINGS + "word_embeddings.weight",
                table -> Arrays.fill(table, 17 * HIDDEN, 18 * HIDDEN, 0));
        float[] found = lookedUp(silent, new float[][] {{17, 3}})[0];

        double[] expected = byHand(silent, new float[] {17, 3});
        for (int out = 0; out < HIDDEN; out++) {
            assertThat((double) found[out]).isCloseTo(expected[out], within(1e-4));
        }
    }

    private float[][] lookedUp(Weights with, float[][] tokens) {
        float[][] input = new float[tokens.length][];
        for (int row = 0; row < tokens.length; row++) {
            float inverse = (float) (1 / deviation(embedding(with, tokens[row])));
            input[row] = new float[] {tokens[row][0], tokens[row][1], inverse};
        }
        try (GraphWriter graph = new GraphWriter(folder)) {
            graph.input("value", ElementType.FLOAT, "rows", 3);
            Product product = new FirstLayerTables(graph, with)
                    .lookUp(
                            LAYER,
                            whole(graph, column(graph, 0)),
                            whole(graph, column(graph, 1)),
                            column(graph, 2, -1, 1, 1));
            String list = graph.node(Node.of("Reshape", product.value(), graph.longs(-1, HIDDEN)));
            graph.node(Node.of("Add", list, graph.floats(product.bias(), HIDDEN)), "sum");
            graph.output("sum", ElementType.FLOAT, "rows", HIDDEN);
            graph.finish();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return GraphRun.of(folder, input);
    }

    private static String column(GraphWriter graph, int column, long... shape) {
        String cut =
                graph.node(Node.of("Slice", "value", graph.longs(column), graph.longs(column + 1), graph.longs(1)));
        return shape.length == 0 ? cut : graph.node(Node.of("Reshape", cut, graph.longs(shape)));
    }

    private static String whole(GraphWriter graph, String value) {
        return graph.node(Node.of("Cast", value).with("to", 7));
    }

    private static double[] byHand(Weights with, float[] token) {
        double[] embedding = embedding(with, token);
        double mean = Arrays.stream(embedding).average().orElseThrow();
        double deviation = deviation(embedding);
        float[] gain = with.floats(EMBEDDINGS + "LayerNorm.weight");
        float[] shift = with.floats(EMBEDDINGS + "LayerNorm.bias");
        float[] matrix = with.floats(LAYER + ".weight");
        float[] bias = with.floats(LAYER + ".bias");
        double[] result = new double[HIDDEN];
        for (int out = 0; out < HIDDEN; out++) {
            result[out] = bias[out];
            for (int in = 0; in < HIDDEN; in++) {
                double normalised = (embedding[in] - mean) / deviation * gain[in] + shift[in];
                result[out] += normalised * matrix[out * HIDDEN + in];
            }
        }
        return result;
    }

    private static double[] embedding(Weights with, float[] token) {
        float[] words = with.floats(EMBEDDINGS + "word_embeddings.weight");
        float[] places = with.floats(EMBEDDINGS + "position_embeddings.weight");
        double[] sum = new double[HIDDEN];
        for (int i = 0; i < HIDDEN; i++) {
            double word = words[Math.round(token[0]) * HIDDEN + i];
            sum[i] = word + places[Math.round(token[1]) * HIDDEN + i];
        }
        return sum;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> Math.pow(value - mean, 2))
                .average()
                .orElseThrow());
    }
}
