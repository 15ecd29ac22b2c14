package dev.undertone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.training.evaluation.Draws.Draw;
import dev.undertone.training.evaluation.FinishedRun.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrawsTests {

    private static final Draw ONE = new Draw("one", 1, false, new Figures(0.9, 0.2, 0.8, 0.01));
    private static final Draw TWO = new Draw("two", 2, true, new Figures(0.94, 0.2, 0.86, 0.02));
    private static final Draw THREE = new Draw("three", 3, false, new Figures(0.92, 0.5, 0.8, 0.06));

    @Test
    void meanAndSampleDeviationAreThoseOfEachFigure() {
        Draws draws = draws(ONE, TWO, THREE);

        assertThat(draws.mean().accuracy()).isEqualTo(0.92, within(1e-12));
        assertThat(draws.mean().loss()).isEqualTo(0.3, within(1e-12));
        assertThat(draws.mean().macroF1()).isEqualTo(0.82, within(1e-12));
        assertThat(draws.mean().ece()).isEqualTo(0.03, within(1e-12));
        assertThat(draws.deviation().accuracy()).isEqualTo(0.02, within(1e-12));
        assertThat(draws.deviation().loss()).isEqualTo(Math.sqrt(0.03), within(1e-12));
        assertThat(draws.deviation().macroF1()).isEqualTo(Math.sqrt(0.0012), within(1e-12));
        assertThat(draws.deviation().ece()).isEqualTo(Math.sqrt(0.0007), within(1e-12));
    }

    @Test
    void oneDrawHasNoDeviation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draws(ONE))
                .withMessage("expected 2 draws or more, got 1");
    }

    @Test
    void calibratedOnesAreToldFromTheOthers() {
        assertThat(draws(ONE, THREE).calibration()).isEqualTo("None of them is calibrated.");
        assertThat(draws(TWO, TWO).calibration()).isEqualTo("Each is calibrated on its own.");
        assertThat(draws(ONE, TWO, THREE).calibration())
                .isEqualTo("Calibrated: two; the others are not, so loss and calibration error do not compare.");
    }

    private static Draws draws(Draw... draws) {
        return new Draws("fp32", 30, List.of(draws));
    }
}
