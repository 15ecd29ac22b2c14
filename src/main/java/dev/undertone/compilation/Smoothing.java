package dev.undertone.compilation;

import dev.undertone.modelstore.Weights;
import java.util.Arrays;

/**
 * Moves outlier channels of a value half way into the weights that read it (Xiao et al. 2023, "SmoothQuant", arXiv
 * 2211.10438, equation 4 with α = 0.5), so that they do not coarsen the other channels of their row.
 *
 * <p>How far a channel swings is taken from the layer normalisation before it instead of from texts: its numbers are
 * gain times something of standard deviation 1, plus bias.
 */
final class Smoothing {

    /** Three standard deviations hold nearly all numbers of a channel. */
    private static final float SWING = 3;
    /** A channel that nothing reads needs no care, but a divisor that is not zero. */
    private static final float LEAST = 1e-5f;

    private Smoothing() {}

    /** By what to divide each channel; the weights that read it are multiplied by the same. */
    static float[] of(Weights weights, LinearLayers.Kind.Normalised value) {
        float[] swings = weights.floats(value.norm() + ".weight");
        float[] bias = weights.floats(value.norm() + ".bias");
        float[] read = new float[swings.length];
        for (int i = 0; i < swings.length; i++) {
            swings[i] = Math.abs(swings[i]) * SWING + Math.abs(bias[i]);
        }
        for (String reader : value.readers()) {
            float[] maxima = Matrices.columnMaxima(weights.floats(reader + ".weight"), swings.length);
            for (int i = 0; i < read.length; i++) {
                read[i] = Math.max(read[i], maxima[i]);
            }
        }
        return divisors(swings, read);
    }

    private static float[] divisors(float[] swings, float[] read) {
        float[] divisors = new float[swings.length];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = (float) Math.sqrt(Math.max(LEAST, swings[i]) / Math.max(LEAST, read[i]));
        }
        return aroundOne(divisors);
    }

    /** A common factor changes nothing; without it numbers stay of the size that they had. */
    private static float[] aroundOne(float[] divisors) {
        float[] sorted = divisors.clone();
        Arrays.sort(sorted);
        float median = sorted[sorted.length / 2];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] /= median;
        }
        return divisors;
    }
}
