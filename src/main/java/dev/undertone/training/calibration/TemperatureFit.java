package dev.undertone.training.calibration;

import dev.undertone.emotion.Emotion;
import java.util.List;

/**
 * Finds the temperature at which answers have the lowest cross-entropy (temperature scaling: Guo et al. 2017, arXiv
 * 1706.04599, section 4.2). The loss has one minimum over the logarithm of the temperature, so a search by golden
 * section finds it.
 */
public final class TemperatureFit {

    private static final double LEAST = Math.log(0.1);
    private static final double MOST = Math.log(10);
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double EXACT = 1e-6;

    private TemperatureFit() {}

    /**
     * The best temperature from 0.1 to 10.
     *
     * @param answers at least one
     */
    public static double of(List<Answer> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("there are no answers to fit a temperature to");
        }
        double from = LEAST;
        double to = MOST;
        while (to - from > EXACT) {
            double lower = to - GOLDEN * (to - from);
            double upper = from + GOLDEN * (to - from);
            if (loss(answers, Math.exp(lower)) < loss(answers, Math.exp(upper))) {
                to = upper;
            } else {
                from = lower;
            }
        }
        return Math.exp((from + to) / 2);
    }

    /** The mean cross-entropy at a temperature, in nats. */
    public static double loss(List<Answer> answers, double temperature) {
        return answers.stream()
                .mapToDouble(answer -> loss(answer, temperature))
                .average()
                .orElseThrow();
    }

    private static double loss(Answer answer, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : answer.logits()) {
            most = Math.max(most, logit / temperature);
        }
        double sum = 0;
        for (Emotion emotion : Emotion.inOrder()) {
            sum += Math.exp(answer.logits()[emotion.id()] / temperature - most);
        }
        return most + Math.log(sum) - answer.logits()[answer.label().id()] / temperature;
    }
}
