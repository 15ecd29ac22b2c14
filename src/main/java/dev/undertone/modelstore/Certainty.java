package dev.undertone.modelstore;

import java.util.Arrays;

/** A number that says how sure a network is of an answer, from the logits alone; more is surer. */
public enum Certainty {
    /** The highest probability (Hendrycks and Gimpel 2017, arXiv 1610.02136). */
    PROBABILITY,
    /** The distance between the two highest probabilities. */
    MARGIN,
    /** Minus the entropy of the probabilities, in nats. */
    ENTROPY,
    /** The logarithm of the sum of exponentials, minus the energy (Liu et al. 2020, arXiv 2010.03759, equation 4). */
    ENERGY;

    /**
     * Measures an answer.
     *
     * @param logits finite
     */
    public double of(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        double logSum = most + Math.log(sum);
        double[] sorted = new double[logits.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.exp(logits[i] - logSum);
        }
        Arrays.sort(sorted);
        double first = sorted[sorted.length - 1];
        return switch (this) {
            case PROBABILITY -> first;
            case MARGIN -> first - sorted[sorted.length - 2];
            case ENTROPY ->
                Arrays.stream(sorted)
                        .filter(p -> p > 0)
                        .map(p -> p * Math.log(p))
                        .sum();
            case ENERGY -> logSum;
        };
    }
}
