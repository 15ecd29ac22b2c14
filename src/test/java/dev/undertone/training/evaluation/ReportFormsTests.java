package dev.undertone.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.Emotion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportFormsTests {

    private final EvaluationReport report = Predictions.report(
            List.of(Predictions.of(Emotion.JOY, Emotion.JOY, 0.5), Predictions.of(Emotion.FEAR, Emotion.JOY, 0.5)));

    @Test
    void jsonIsOneLineInTheShapeOfTheContract() {
        String none = "{\"precision\":0.0,\"recall\":0.0,\"f1\":0.0,\"support\":";
        assertThat(ReportJson.line(report))
                .isEqualTo("{\"checkpoint\":\"tiny\",\"precision\":\"fp32\",\"examples\":2,\"accuracy\":0.5,\"loss\":"
                        + report.loss() + ",\"macroF1\":" + 1.0 / 3 + ",\"ece\":0.0,\"perClass\":{"
                        + "\"sadness\":" + none + "0},"
                        + "\"joy\":{\"precision\":0.5,\"recall\":1.0,\"f1\":" + 2.0 / 3 + ",\"support\":1},"
                        + "\"love\":" + none + "0},\"anger\":" + none + "0},\"fear\":" + none + "1},"
                        + "\"surprise\":" + none + "0}},"
                        + "\"confusion\":[[0,0,0,0,0,0],[0,1,0,0,0,0],[0,0,0,0,0,0],[0,0,0,0,0,0],[0,1,0,0,0,0],"
                        + "[0,0,0,0,0,0]]}");
    }

    @Test
    void tableNamesFiguresAndCounts() {
        assertThat(ReportTable.text(report))
                .startsWith("""
                        tiny (fp32) on 2 texts
                        accuracy 0.5000 (95 % interval 0.0945 to 0.9055)
                        loss 1.4979 nats   macro-F1 0.3333   calibration error 0.0000
                        """)
                .contains("\njoy            0.5000     1.0000     0.6667          1\n")
                .endsWith("""
                        fear               0         1         0         0         0         0
                        surprise           0         0         0         0         0         0
                        """);
    }
}
