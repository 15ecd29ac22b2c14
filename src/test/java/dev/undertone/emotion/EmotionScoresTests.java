package dev.undertone.emotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.emotion.EmotionScores.NotADistribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmotionScoresTests {

    private static final double SIXTH = 1.0 / 6;

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 7})
    void anotherNumberOfProbabilitiesIsRefused(int count) {
        List<Double> probabilities = Collections.nCopies(count, count == 0 ? 0 : 1.0 / count);

        assertRefused(probabilities, "expected 6 probabilities, got " + count);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
    void aNumberThatIsNoProbabilityIsRefusedByName(double wrong) {
        assertRefused(List.of(wrong, 1.0, 0.0, 0.0, 0.0, 0.0), "a probability of " + wrong);
    }

    @Test
    void aSumBesideOneIsRefused() {
        assertRefused(List.of(0.5, 0.5 + 2e-6, 0.0, 0.0, 0.0, 0.0), "instead of 1");
        assertRefused(List.of(0.5, 0.5 - 2e-6, 0.0, 0.0, 0.0, 0.0), "instead of 1");
    }

    @Test
    void aSumWithinAMillionthOfOneIsTaken() {
        EmotionScores scores = scores(0.5, 0.5 + 5e-7, 0, 0, 0, 0);

        assertThat(scores.of(Emotion.JOY)).isEqualTo(0.5 + 5e-7);
    }

    @Test
    void aMissingProbabilityIsRefused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new EmotionScores(Arrays.asList(1.0, null, 0.0, 0.0, 0.0, 0.0)));
    }

    @Test
    void laterChangesToTheListDoNotReachTheScores() {
        List<Double> mine = new ArrayList<>(List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0));
        EmotionScores scores = new EmotionScores(mine);

        mine.set(0, 0.0);

        assertThat(scores.of(Emotion.SADNESS)).isEqualTo(1.0);
    }

    @Test
    void logitsThatAreLogarithmsGiveBackTheirNumbers() {
        float[] logits = new float[6];
        double[] expected = {0.05, 0.1, 0.15, 0.2, 0.2, 0.3};
        for (int i = 0; i < 6; i++) {
            logits[i] = (float) (Math.log(expected[i]) + 3);
        }

        EmotionScores scores = EmotionScores.ofLogits(logits);

        for (int i = 0; i < 6; i++) {
            assertThat(scores.probabilities().get(i)).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void softmaxOfOneToSixAgreesWithHandValues() {
        EmotionScores scores = EmotionScores.ofLogits(new float[] {1, 2, 3, 4, 5, 6});

        // e^(k-6) / (1 + e^-1 + … + e^-5), where the sum is 1.578055…
        assertThat(scores.of(Emotion.SURPRISE)).isCloseTo(0.6336913, within(1e-6));
        assertThat(scores.of(Emotion.FEAR)).isCloseTo(0.2331220, within(1e-6));
        assertThat(scores.of(Emotion.SADNESS)).isCloseTo(0.0042698, within(1e-6));
    }

    @Test
    void hugeLogitsNeitherOverflowNorVanish() {
        EmotionScores high = EmotionScores.ofLogits(new float[] {3e38f, 3e38f, -3e38f, 0, 0, 0});
        EmotionScores low = EmotionScores.ofLogits(new float[] {-1e30f, -1e30f, -1e30f, -1e30f, -1e30f, -1e30f});

        assertThat(high.probabilities()).containsExactly(0.5, 0.5, 0.0, 0.0, 0.0, 0.0);
        assertThat(low.probabilities()).allSatisfy(p -> assertThat(p).isCloseTo(SIXTH, within(1e-12)));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aLogitThatIsNoNumberIsRefusedByName(float wrong) {
        assertThatExceptionOfType(NotADistribution.class)
                .isThrownBy(() -> EmotionScores.ofLogits(new float[] {0, 0, 0, 0, 0, wrong}))
                .withMessage("the model answered with a logit of " + wrong);
    }

    @Test
    void anotherNumberOfLogitsIsRefused() {
        assertThatExceptionOfType(NotADistribution.class)
                .isThrownBy(() -> EmotionScores.ofLogits(new float[] {0, 0}))
                .withMessage("expected 6 probabilities, got 2");
    }

    @Test
    void theHighestProbabilityWins() {
        assertThat(scores(0.1, 0.1, 0.1, 0.1, 0.5, 0.1).top()).isEqualTo(Emotion.FEAR);
    }

    @Test
    void ofEqualsTheFirstInLabelOrderWins() {
        assertThat(scores(0, 0.1, 0.4, 0.1, 0.4, 0).top()).isEqualTo(Emotion.LOVE);
    }

    @Test
    void theMarginIsTheDistanceToTheRunnerUp() {
        assertThat(scores(0.1, 0.3, 0, 0, 0.6, 0).margin()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void aTieHasNoMarginAndACertainScoreAllOfIt() {
        assertThat(scores(0, 0.5, 0, 0, 0.5, 0).margin()).isZero();
        assertThat(scores(0, 1, 0, 0, 0, 0).margin()).isEqualTo(1);
    }

    @Test
    void entropyIsZeroWhenCertainAndOneWhenAllAreEqual() {
        assertThat(scores(0, 0, 1, 0, 0, 0).normalizedEntropy()).isZero();
        assertThat(scores(SIXTH, SIXTH, SIXTH, SIXTH, SIXTH, SIXTH).normalizedEntropy())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void entropyOfTwoEqualsIsLnTwoOverLnSix() {
        assertThat(scores(0.5, 0.5, 0, 0, 0, 0).normalizedEntropy()).isCloseTo(0.386852807, within(1e-9));
    }

    @Test
    void theMapHasAllSixInLabelOrder() {
        assertThat(scores(0.1, 0.2, 0.3, 0.4, 0, 0).asMap())
                .containsExactly(
                        Map.entry(Emotion.SADNESS, 0.1),
                        Map.entry(Emotion.JOY, 0.2),
                        Map.entry(Emotion.LOVE, 0.3),
                        Map.entry(Emotion.ANGER, 0.4),
                        Map.entry(Emotion.FEAR, 0.0),
                        Map.entry(Emotion.SURPRISE, 0.0));
    }

    private static EmotionScores scores(double... probabilities) {
        return new EmotionScores(Arrays.stream(probabilities).boxed().toList());
    }

    private static void assertRefused(List<Double> probabilities, String fact) {
        assertThatExceptionOfType(NotADistribution.class)
                .isThrownBy(() -> new EmotionScores(probabilities))
                .withMessageContaining(fact);
    }
}
