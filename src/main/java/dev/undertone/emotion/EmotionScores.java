package dev.undertone.emotion;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One probability for each emotion, in label order; they sum to 1.
 *
 * @param probabilities six numbers from 0 to 1
 */
public record EmotionScores(List<Double> probabilities) {

    private static final double SUM_TOLERANCE = 1e-6;

    /** Refuses anything that is not a distribution over the six emotions. */
    public EmotionScores {
        probabilities = List.copyOf(probabilities);
        if (probabilities.size() != Emotion.inOrder().size()) {
            throw new NotADistribution("expected 6 probabilities, got " + probabilities.size());
        }
        double sum = 0;
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new NotADistribution("a probability of " + p + " is not between 0 and 1");
            }
            sum += p;
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new NotADistribution("probabilities sum to " + sum + " instead of 1");
        }
    }

    /**
     * The softmax of six logits, computed in double precision with the largest logit subtracted first.
     *
     * @param logits shape (6), finite
     */
    public static EmotionScores ofLogits(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new NotADistribution("the model answered with a logit of " + logit);
            }
            max = Math.max(max, logit);
        }
        double sum = 0;
        Double[] exp = new Double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            exp[i] = Math.exp(logits[i] - max);
            sum += exp[i];
        }
        for (int i = 0; i < exp.length; i++) {
            exp[i] /= sum;
        }
        return new EmotionScores(List.of(exp));
    }

    /** The probability of one emotion, 0 to 1. */
    public double of(Emotion emotion) {
        return probabilities.get(emotion.id());
    }

    /** The emotion with the highest probability; of equals the first in label order. */
    public Emotion top() {
        Emotion top = Emotion.SADNESS;
        for (Emotion emotion : Emotion.inOrder()) {
            if (of(emotion) > of(top)) {
                top = emotion;
            }
        }
        return top;
    }

    /** The distance between the highest and the second highest probability, 0 to 1. */
    public double margin() {
        List<Double> sorted =
                probabilities.stream().sorted(Collections.reverseOrder()).toList();
        return sorted.get(0) - sorted.get(1);
    }

    /** Shannon entropy divided by ln 6: 0 for a certain score, 1 for six equal ones. */
    public double normalizedEntropy() {
        double entropy = 0;
        for (double p : probabilities) {
            if (p > 0) {
                entropy -= p * Math.log(p);
            }
        }
        return entropy / Math.log(probabilities.size());
    }

    /** The probabilities by emotion, in label order. */
    public Map<Emotion, Double> asMap() {
        Map<Emotion, Double> map = new EnumMap<>(Emotion.class);
        Emotion.inOrder().forEach(emotion -> map.put(emotion, of(emotion)));
        return Collections.unmodifiableMap(map);
    }

    /** The numbers are not a probability for each of the six emotions. */
    public static final class NotADistribution extends IllegalArgumentException {
        NotADistribution(String fact) {
            super(fact);
        }
    }
}
