package dev.undertone.distilbert;

import dev.undertone.modelstore.EncoderConfig;
import java.util.Arrays;
import java.util.stream.IntStream;

/** DistilBERT for one text in plain loops and double precision, written apart from the network it checks. */
final class ReferenceNetwork {

    private final EncoderConfig config;
    private final RandomWeights weights;

    ReferenceNetwork(EncoderConfig config, RandomWeights weights) {
        this.config = config;
        this.weights = weights;
    }

    double[] logits(long[] ids) {
        double[][] states = new double[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            double[] word = row("distilbert.embeddings.word_embeddings.weight", (int) ids[i]);
            states[i] = norm(
                    plus(word, row("distilbert.embeddings.position_embeddings.weight", i)),
                    "distilbert.embeddings.LayerNorm");
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            states = layer("distilbert.transformer.layer." + layer + ".", states);
        }
        double[] pooled = linear(states[0], "pre_classifier");
        return linear(Arrays.stream(pooled).map(value -> Math.max(0, value)).toArray(), "classifier");
    }

    private double[][] layer(String prefix, double[][] states) {
        double[][] attended = attention(prefix + "attention.", states);
        double[][] next = new double[states.length][];
        for (int i = 0; i < states.length; i++) {
            double[] middle = norm(plus(attended[i], states[i]), prefix + "sa_layer_norm");
            double[] wide = Arrays.stream(linear(middle, prefix + "ffn.lin1"))
                    .map(ReferenceNetwork::gelu)
                    .toArray();
            next[i] = norm(plus(linear(wide, prefix + "ffn.lin2"), middle), prefix + "output_layer_norm");
        }
        return next;
    }

    private double[][] attention(String prefix, double[][] states) {
        int size = config.hidden() / config.heads();
        double[][] q = all(states, prefix + "q_lin");
        double[][] k = all(states, prefix + "k_lin");
        double[][] v = all(states, prefix + "v_lin");
        double[][] context = new double[states.length][config.hidden()];
        for (int i = 0; i < states.length; i++) {
            for (int head = 0; head < config.heads(); head++) {
                double[] scores = new double[states.length];
                for (int j = 0; j < states.length; j++) {
                    for (int d = head * size; d < (head + 1) * size; d++) {
                        scores[j] += q[i][d] * k[j][d] / Math.sqrt(size);
                    }
                }
                double sum = Arrays.stream(scores).map(Math::exp).sum();
                for (int j = 0; j < states.length; j++) {
                    for (int d = head * size; d < (head + 1) * size; d++) {
                        context[i][d] += Math.exp(scores[j]) / sum * v[j][d];
                    }
                }
            }
        }
        return all(context, prefix + "out_lin");
    }

    private double[][] all(double[][] states, String name) {
        return Arrays.stream(states).map(state -> linear(state, name)).toArray(double[][]::new);
    }

    private double[] linear(double[] input, String name) {
        float[] weight = weights.values(name + ".weight");
        float[] bias = weights.values(name + ".bias");
        return IntStream.range(0, bias.length)
                .mapToDouble(out -> bias[out]
                        + IntStream.range(0, input.length)
                                .mapToDouble(in -> input[in] * weight[out * input.length + in])
                                .sum())
                .toArray();
    }

    private double[] norm(double[] input, String name) {
        double mean = Arrays.stream(input).average().orElseThrow();
        double variance = Arrays.stream(input)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        float[] weight = weights.values(name + ".weight");
        float[] bias = weights.values(name + ".bias");
        return IntStream.range(0, input.length)
                .mapToDouble(i -> (input[i] - mean) / Math.sqrt(variance + 1e-12) * weight[i] + bias[i])
                .toArray();
    }

    private double[] row(String name, int index) {
        float[] table = weights.values(name);
        return IntStream.range(index * config.hidden(), (index + 1) * config.hidden())
                .mapToDouble(i -> table[i])
                .toArray();
    }

    private static double[] plus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    /** x times the normal distribution function, by Simpson's rule over its density. */
    private static double gelu(double x) {
        int steps = 2000;
        double width = x / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double factor = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += factor * Math.exp(-(i * width) * (i * width) / 2);
        }
        return x * (0.5 + sum * width / 3 / Math.sqrt(2 * Math.PI));
    }
}
