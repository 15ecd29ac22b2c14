package dev.undertone.compilation;

import dev.undertone.compilation.LinearLayers.Product;
import dev.undertone.compilation.onnx.ElementType;
import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.compilation.onnx.Node;
import dev.undertone.modelstore.Weights;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.ObjIntConsumer;

/**
 * Queries, keys and values of the first layer, looked up instead of multiplied out: they depend on nothing but a token
 * and its place (the idea is from Graef 2024, "Transformer tricks: Precomputing the first layer", arXiv 2402.13388,
 * where places come in later).
 *
 * <p>With the gain g and the bias b of the normalisation, s the standard deviation of e + p and w the weights of a
 * layer, {@code w·(((e + p) − mean(e + p)) / s · g + b)} is {@code (T[token] + P[place]) / s + w·b}, where a row of T
 * is {@code w·(g·(e − mean(e)))} and one of P the same of p. Rows of T are small whole numbers with a scale for each
 * row: what is looked up for a row depends on no other row.
 */
final class FirstLayerTables {

    private static final String EMBEDDINGS = "distilbert.embeddings.";
    private static final String NORM = EMBEDDINGS + "LayerNorm";
    /** The largest number; they are only added, so all 8 bits are free. */
    private static final int LARGEST = 127;
    /** Tokens that are multiplied at once, so that what is not yet rounded stays small. */
    private static final int SLICE = 256;

    private final GraphWriter graph;
    private final Weights weights;
    private final float[] gain;

    FirstLayerTables(GraphWriter graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
        this.gain = weights.floats(NORM + ".weight");
    }

    /**
     * What a linear layer gives for normalised embeddings.
     *
     * @param layer name of the layer; its weights are (out, in)
     * @param ids of tokens, of shape (longest, texts)
     * @param positions of the tokens in their texts, of the same shape
     * @param inverseDeviation 1 divided by the standard deviation of each token's embedding, of shape (longest, texts,
     *     1)
     * @return its value has the shape (longest, texts, out)
     */
    Product lookUp(String layer, String ids, String positions, String inverseDeviation) {
        float[] bias = weights.floats(layer + ".bias");
        float[] shift = weights.floats(NORM + ".bias");
        float[] matrix = Matrices.transposed(weights.floats(layer + ".weight"), bias.length, gain.length);
        for (int in = 0; in < gain.length; in++) {
            for (int out = 0; out < bias.length; out++) {
                bias[out] += matrix[in * bias.length + out] * shift[in];
                matrix[in * bias.length + out] *= gain[in];
            }
        }
        float[][] rows = Matrices.rows(matrix, bias.length);
        String sum = graph.node(Node.of("Add", ofTokens(rows, ids), ofPlaces(rows, positions)));
        return new Product(graph.node(Node.of("Mul", sum, inverseDeviation)), bias);
    }

    private String ofTokens(float[][] matrix, String ids) {
        String table = EMBEDDINGS + "word_embeddings.weight";
        int out = matrix[0].length;
        float[] scales = new float[rowsOf(table)];
        ByteBuffer numbers = ByteBuffer.allocate(scales.length * out);
        eachProduct(table, matrix, (product, row) -> scales[row] = put(product, numbers));
        String stored = graph.constant(ElementType.INT8, numbers.flip(), scales.length, out);
        String found = graph.node(
                Node.of("Cast", graph.node(Node.of("Gather", stored, ids))).with("to", 1));
        String ofRows = graph.node(Node.of("Gather", graph.floats(scales, scales.length, 1), ids));
        return graph.node(Node.of("Mul", found, ofRows));
    }

    /** Rounds a row and gives its scale. */
    private static float put(float[] row, ByteBuffer numbers) {
        float largest = 0;
        for (float number : row) {
            largest = Math.max(largest, Math.abs(number));
        }
        float scale = largest == 0 ? 1 : largest / LARGEST;
        for (float number : row) {
            numbers.put((byte) Math.round(number / scale));
        }
        return scale;
    }

    private String ofPlaces(float[][] matrix, String positions) {
        String table = EMBEDDINGS + "position_embeddings.weight";
        int out = matrix[0].length;
        FloatBuffer numbers = FloatBuffer.allocate(rowsOf(table) * out);
        eachProduct(table, matrix, (product, row) -> numbers.put(product));
        return graph.node(Node.of("Gather", graph.floats(numbers.array(), rowsOf(table), out), positions));
    }

    private int rowsOf(String table) {
        return Math.toIntExact(weights.find(table).orElseThrow().elements() / gain.length);
    }

    /**
     * Multiplies each row of a table, less its mean, with a matrix; some at a time, so that little memory is needed.
     */
    private void eachProduct(String table, float[][] matrix, ObjIntConsumer<float[]> product) {
        int rows = rowsOf(table);
        float[][] embeddings = new float[SLICE][gain.length];
        float[][] products = new float[SLICE][matrix[0].length];
        for (int start = 0; start < rows; start += SLICE) {
            int count = Math.min(SLICE, rows - start);
            read(table, start, count, embeddings);
            Matrices.multiply(embeddings, matrix, products);
            for (int row = 0; row < count; row++) {
                product.accept(products[row], start + row);
            }
        }
    }

    private void read(String table, int start, int count, float[][] into) {
        FloatBuffer read = FloatBuffer.wrap(weights.floats(table, start * gain.length, count * gain.length));
        for (int row = 0; row < count; row++) {
            read.get(into[row]);
            centre(into[row]);
        }
    }

    private static void centre(float[] row) {
        double sum = 0;
        for (float number : row) {
            sum += number;
        }
        float mean = (float) (sum / row.length);
        for (int i = 0; i < row.length; i++) {
            row[i] -= mean;
        }
    }
}
