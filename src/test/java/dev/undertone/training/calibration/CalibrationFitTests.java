package dev.undertone.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CalibrationFitTests {

    @Test
    void theTemperatureThatBlewLogitsUpIsFoundAgain() {
        List<Answer> honest = honest(20_000);
        List<Answer> boasting = honest.stream()
                .map(answer -> new Answer(times(answer.logits(), 2.5f), answer.label()))
                .toList();

        assertThat(TemperatureFit.of(honest)).isCloseTo(1, within(0.05));
        assertThat(TemperatureFit.of(boasting)).isCloseTo(2.5, within(0.1));
    }

    @Test
    void noOtherTemperatureHasALowerLoss() {
        List<Answer> answers = honest(500);
        double best = TemperatureFit.of(answers);

        assertThat(TemperatureFit.loss(answers, best))
                .isLessThan(TemperatureFit.loss(answers, best * 1.05))
                .isLessThan(TemperatureFit.loss(answers, best / 1.05));
    }

    @Test
    void onlyTheGivenShareOfAngerAndFearBecomesUncertain() {
        List<Answer> answers = honest(5_000);

        Calibration calibration = ThresholdFit.of(answers, 0.1, List.of(), Optional.of(Certainty.ENTROPY), "texts");

        List<Answer> alarming = answers.stream()
                .filter(answer -> answer.label() == Emotion.ANGER || answer.label() == Emotion.FEAR)
                .toList();
        long uncertain = alarming.stream()
                .filter(answer -> calibration.certaintyOf(answer.logits()) < calibration.threshold())
                .count();
        assertThat((double) uncertain / alarming.size()).isCloseTo(0.1, within(0.005));
    }

    @Test
    void theCertaintyThatTellsNeutralTextsApartIsChosen() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(new Answer(new float[] {0, 0, 0, 8 + i % 10, 6 + i % 10, 0}, Emotion.ANGER));
        }
        // As sure as those by their probabilities, but all of their logits are small.
        List<float[]> neutral = List.of(new float[] {-9, -9, -9, 2, 0, -9}, new float[] {-9, -9, -9, 1, -1, -9});

        Calibration chosen = ThresholdFit.of(answers, 0.01, neutral, Optional.empty(), "texts");

        assertThat(chosen.certainty()).isEqualTo(Certainty.ENERGY);
        assertThat(ThresholdFit.alarmed(chosen, neutral)).isZero();
    }

    @Test
    void withoutAnythingToChooseByTheCertaintyHasToBeGiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThresholdFit.of(honest(50), 0.1, List.of(), Optional.empty(), "texts"))
                .withMessage("without neutral texts --certainty has to be chosen");
    }

    /** Labels are drawn from the very probabilities that the logits give. */
    private static List<Answer> honest(int count) {
        Random random = new Random(3);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] logits = new float[6];
            for (int k = 0; k < 6; k++) {
                logits[k] = (float) (2 * random.nextGaussian());
            }
            EmotionScores scores = EmotionScores.ofLogits(logits);
            double drawn = random.nextDouble();
            Emotion label = Emotion.SURPRISE;
            for (Emotion emotion : Emotion.inOrder()) {
                drawn -= scores.of(emotion);
                if (drawn < 0) {
                    label = emotion;
                    break;
                }
            }
            answers.add(new Answer(logits, label));
        }
        return answers;
    }

    private static float[] times(float[] logits, float factor) {
        float[] scaled = logits.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
