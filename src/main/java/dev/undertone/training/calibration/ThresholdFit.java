package dev.undertone.training.calibration;

import dev.undertone.emotion.Emotion;
import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Certainty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds where an answer becomes uncertain: as high as it can be while all but a given share of texts with anger or fear
 * stay certain, which are the ones that must not be missed.
 */
public final class ThresholdFit {

    private ThresholdFit() {}

    /**
     * Fits temperature and threshold.
     *
     * @param answers about texts not seen, those with anger or fear among them
     * @param doubted the share of texts with anger or fear that may become uncertain, 0 to below 1
     * @param neutral answers about texts without emotion; may be empty
     * @param certainty how certainty is measured; if empty, the way in which the fewest of the neutral texts are called
     *     anger or fear with certainty
     * @param fittedOn which texts, for people
     * @throws IllegalArgumentException if no text has anger or fear, or there is nothing to choose by
     */
    public static Calibration of(
            List<Answer> answers,
            double doubted,
            List<float[]> neutral,
            Optional<Certainty> certainty,
            String fittedOn) {
        double temperature = TemperatureFit.of(answers);
        List<Answer> alarming = answers.stream()
                .filter(answer -> Emotion.ALARMING.contains(answer.label()))
                .toList();
        if (alarming.isEmpty()) {
            throw new IllegalArgumentException("no text has anger or fear, so there is nothing to fit a threshold to");
        }
        if (certainty.isEmpty() && neutral.isEmpty()) {
            throw new IllegalArgumentException("without neutral texts --certainty has to be chosen");
        }
        return Arrays.stream(Certainty.values())
                .filter(way -> certainty.isEmpty() || certainty.get() == way)
                .map(way -> fit(temperature, way, alarming, doubted, fittedOn))
                .min(Comparator.comparingDouble(one -> alarmed(one, neutral)))
                .orElseThrow();
    }

    /** The share of neutral texts that are called anger or fear with certainty; 0 if there are none. */
    public static double alarmed(Calibration calibration, List<float[]> neutral) {
        return neutral.stream()
                .mapToDouble(logits ->
                        Emotion.ALARMING.contains(calibration.scores(logits).top())
                                        && calibration.certaintyOf(logits) >= calibration.threshold()
                                ? 1
                                : 0)
                .average()
                .orElse(0);
    }

    private static Calibration fit(
            double temperature, Certainty way, List<Answer> alarming, double doubted, String fittedOn) {
        Calibration open = new Calibration(temperature, way, 0, fittedOn);
        double[] rising = alarming.stream()
                .mapToDouble(answer -> open.certaintyOf(answer.logits()))
                .sorted()
                .toArray();
        return new Calibration(temperature, way, rising[(int) (doubted * rising.length)], fittedOn);
    }
}
