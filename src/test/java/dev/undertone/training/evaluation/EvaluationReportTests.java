package dev.undertone.training.evaluation;

import static dev.undertone.emotion.Emotion.ANGER;
import static dev.undertone.emotion.Emotion.FEAR;
import static dev.undertone.emotion.Emotion.JOY;
import static dev.undertone.emotion.Emotion.SADNESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.training.data.Example;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class EvaluationReportTests {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Joy: three right, one taken for anger. Anger: two right. Fear: one, taken for anger. */
    private final List<Prediction> byHand = List.of(
            Predictions.of(JOY, JOY, 0.9),
            Predictions.of(JOY, JOY, 0.9),
            Predictions.of(JOY, JOY, 0.5),
            Predictions.of(JOY, ANGER, 0.8),
            Predictions.of(ANGER, ANGER, 0.9),
            Predictions.of(ANGER, ANGER, 0.5),
            Predictions.of(FEAR, ANGER, 0.95));

    @Test
    void rowsOfTheConfusionMatrixAreTrueAndColumnsPredicted() {
        ConfusionMatrix confusion = ConfusionMatrix.of(byHand);

        assertThat(confusion.counts())
                .containsExactly(
                        List.of(0L, 0L, 0L, 0L, 0L, 0L),
                        List.of(0L, 3L, 0L, 1L, 0L, 0L),
                        List.of(0L, 0L, 0L, 0L, 0L, 0L),
                        List.of(0L, 0L, 0L, 2L, 0L, 0L),
                        List.of(0L, 0L, 0L, 1L, 0L, 0L),
                        List.of(0L, 0L, 0L, 0L, 0L, 0L));
        assertThat(confusion.accuracy()).isEqualTo(5.0 / 7);
    }

    @Test
    void classFiguresAgreeWithTheCountByHand() {
        ConfusionMatrix confusion = ConfusionMatrix.of(byHand);

        assertThat(confusion.perClass())
                .containsEntry(JOY, new ClassFigures(1, 0.75, 6.0 / 7, 4))
                .containsEntry(ANGER, new ClassFigures(0.5, 1, 4.0 / 6, 2))
                .containsEntry(FEAR, new ClassFigures(0, 0, 0, 1))
                .containsEntry(SADNESS, new ClassFigures(0, 0, 0, 0));
    }

    @Test
    void macroF1IsTheMeanOverEmotionsThatOccur() {
        assertThat(ConfusionMatrix.of(byHand).macroF1()).isEqualTo((6.0 / 7 + 4.0 / 6 + 0) / 3, EXACT);
    }

    @Test
    void lossIsTheMeanNegativeLogarithmOfTheLabelsProbability() {
        List<Prediction> two = List.of(Predictions.of(JOY, JOY, 0.5), Predictions.of(FEAR, JOY, 0.5));
        assertThat(Predictions.report(two).loss()).isEqualTo((Math.log(2) + Math.log(10)) / 2, EXACT);
    }

    @Test
    void impossibleLabelCostsNoMoreThanTheFloor() {
        Prediction impossible = Predictions.of(FEAR, JOY, 1);
        assertThat(Predictions.report(List.of(impossible)).loss()).isEqualTo(-Math.log(1e-12), EXACT);
    }

    @Test
    void calibrationErrorWeighsEachBinsGapByItsCount() {
        // 0.5 falls into bin 8 of 15: two right of two. 0.8 is the upper bound of bin 12: none right of one.
        // 0.9 falls into bin 14: three right of three. 0.95 into bin 15: none right of one.
        double expected = (2 * 0.5 + 0.8 + 3 * 0.1 + 0.95) / 7;
        assertThat(Predictions.report(byHand).ece()).isEqualTo(expected, EXACT);
        assertThat(Calibration.of(byHand).bins())
                .extracting(Calibration.Bin::count)
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 2L, 0L, 0L, 0L, 1L, 0L, 3L, 1L);
    }

    @Test
    void mistakesComeByFallingConfidence() {
        assertThat(Predictions.report(byHand).mistakes())
                .extracting(Prediction::confidence)
                .containsExactly(0.95, 0.8);
    }

    @Test
    void intervalAgreesWithWilsonsPublishedFormula() {
        // Newcombe 1998, table I: 81 of 263 and 0 of 20 with the score method.
        assertThat(Interval.wilson(81, 263).lower()).isEqualTo(0.2553, within(5e-5));
        assertThat(Interval.wilson(81, 263).upper()).isEqualTo(0.3662, within(5e-5));
        assertThat(Interval.wilson(0, 20).lower()).isZero();
        assertThat(Interval.wilson(0, 20).upper()).isEqualTo(0.1611, within(5e-5));
        assertThat(Interval.wilson(20, 20).upper()).isEqualTo(1);
    }

    @Test
    void nothingPredictedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Predictions.report(List.of()))
                .withMessageContaining("nothing was predicted");
    }

    @RepeatedTest(20)
    void figuresHoldForAnyPredictions(RepetitionInfo repetition) {
        List<Prediction> predictions = Predictions.random(repetition.getCurrentRepetition(), 300);
        EvaluationReport report = Predictions.report(predictions);

        assertThat(report.accuracy())
                .isEqualTo(predictions.stream().filter(Prediction::correct).count() / 300.0, EXACT)
                .isBetween(
                        report.accuracyInterval().lower(),
                        report.accuracyInterval().upper());
        assertThat(report.ece()).isBetween(0.0, 1.0);
        assertThat(report.examples()).isEqualTo(300);
        assertThat(report.calibration().bins().stream()
                        .mapToLong(Calibration.Bin::count)
                        .sum())
                .isEqualTo(300);
        assertThat(report.calibration().bins())
                .filteredOn(bin -> bin.count() > 0)
                .allSatisfy(bin -> assertThat(bin.confidence()).isBetween(bin.lower(), bin.upper()));
        double recallBySupport = report.confusion().perClass().values().stream()
                .mapToDouble(figures -> figures.recall() * figures.support())
                .sum();
        assertThat(recallBySupport / 300).isEqualTo(report.accuracy(), EXACT);
    }

    @RepeatedTest(5)
    void orderOfThePredictionsDoesNotMatter(RepetitionInfo repetition) {
        List<Prediction> predictions = Predictions.random(repetition.getCurrentRepetition(), 100);
        EvaluationReport report = Predictions.report(List.copyOf(predictions));
        Collections.shuffle(predictions, new Random(1));

        assertThat(Predictions.report(predictions).loss()).isEqualTo(report.loss(), EXACT);
        assertThat(Predictions.report(predictions).ece()).isEqualTo(report.ece(), EXACT);
        assertThat(Predictions.report(predictions).confusion()).isEqualTo(report.confusion());
    }

    @Test
    void certainAndRightIsPerfect() {
        List<Prediction> perfect = Emotion.inOrder().stream()
                .map(emotion -> Predictions.of(emotion, emotion, 1))
                .toList();
        EvaluationReport report = Predictions.report(perfect);

        assertThat(List.of(report.accuracy(), report.confusion().macroF1())).containsOnly(1.0);
        assertThat(List.of(report.loss(), report.ece()))
                .allSatisfy(figure -> assertThat(figure).isZero());
    }

    @Test
    void uniformScoresCostTheLogarithmOfSix() {
        EmotionScores uniform = EmotionScores.ofLogits(new float[6]);
        assertThat(Predictions.report(List.of(new Prediction(new Example("hm", FEAR), uniform)))
                        .loss())
                .isEqualTo(Math.log(6), EXACT);
    }
}
