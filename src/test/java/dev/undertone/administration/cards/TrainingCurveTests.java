package dev.undertone.administration.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.figures.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingCurveTests {

    @ParameterizedTest
    @CsvSource({"0.05, 2", "0.9, 10", "1.0, 11", "1.7, 5", "4.2, 10", "30, 7", "999999, 11"})
    void tenLinesOrSoReachTheTopHoweverLargeTheLoss(double loss, int lines) {
        Picture drawn = TrainingCurve.of("{\"step\":10,\"loss\":" + loss + "}").picture("Loss", "by step");

        assertThat(drawn.curves())
                .filteredOn(curve -> curve.style().equals("grid"))
                .hasSize(lines);
    }

    @Test
    void whatNoTrainingCanHaveLostIsLeftOut() {
        TrainingCurve curve = TrainingCurve.of("""
                {"step":10,"loss":1e999}
                {"step":20,"loss":1e9}
                {"step":30,"loss":0.5}
                {"step":30,"epoch":1,"validationLoss":1e12}
                """);

        assertThat(curve.training()).hasSize(1);
        assertThat(curve.epochs()).isEmpty();
    }
}
