package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CalibrateCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));
    private String neutral = "";

    @BeforeEach
    void open() {
        workshop = new Workshop(folder)
                .with("tiny")
                .draw("cv", 11, "bert", Map.of("without-fold", "1/3"))
                .draw("odd", 11, "bert", Map.of("without-fold", "1/2"))
                .draw("even", 11, "bert", Map.of("without-fold", "2/2"));
        neutral = workshop.file("neutral.txt", "they and you", "it is on the table")
                .toString();
    }

    @Test
    void aCalibrationIsFittedKeptAndServed() {
        JsonNode before = evaluate();

        Answer answer = calibrate("--fold", "cv=1/3", "--neutral", neutral);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output().get(0)).startsWith("tiny: temperature ").contains("uncertain below ");
        assertThat(workshop.store().resolve("tiny/calibration.json"))
                .content()
                .contains("80 training texts, each read by a checkpoint that was not trained on it"
                        + " (calibrate --data DIR --fold cv=1/3 --neutral ");
        assertThat(workshop.run("checkpoint", "verify", "tiny").exitCode()).isZero();
        assertThat(evaluate().get("loss").doubleValue())
                .isNotEqualTo(before.get("loss").doubleValue());
        assertThat(evaluate().get("accuracy")).isEqualTo(before.get("accuracy"));
    }

    @Test
    void aThresholdThatDoubtsEveryTextMakesEveryTextUncertain() {
        calibrate("--fold", "cv=1/3", "--certainty", "entropy", "--doubted", "0.999");

        JsonNode abstention = evaluate().get("abstention");
        assertThat(abstention.get("certainShare").doubleValue()).isLessThan(0.4);
        assertThat(abstention.at("/neutral/neutral.txt/texts").intValue()).isEqualTo(2);
        assertThat(abstention.at("/neutral/own sentences/texts").intValue()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aThresholdThatDoubtsNothingLeavesAngerAndFearCertain() {
        calibrate("--fold", "odd=1/2", "--fold", "even=2/2", "--certainty", "entropy", "--doubted", "0");

        // The text that the threshold stands on may fall to either side of it in another arithmetic.
        assertThat(evaluate().at("/abstention/certainShare").doubleValue()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatIsNoFoldIsWrongUsage() {
        Answer answer = calibrate("--fold", "cv=half", "--certainty", "entropy");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --fold: fold half, expected such as 1/5");
    }

    @Test
    void aCheckpointIsNotAskedAboutWhatItMayHaveLearnedByHeart() {
        assertThat(calibrate("--fold", "cv=2/3", "--certainty", "entropy").errors())
                .containsExactly("undertone: --fold: cv was not trained --without-fold 2/3, but --without-fold 1/3");
        assertThat(calibrate("--fold", "tiny=1/3", "--certainty", "entropy").errors())
                .containsExactly("undertone: --fold: tiny was not trained --without-fold 1/3, but with all texts"
                        + " as far as it tells");
        assertThat(workshop.store().resolve("tiny/calibration.json")).doesNotExist();
    }

    @Test
    void foldsThatAreNoPartitionAreWrongUsage() {
        assertThat(calibrate("--fold", "cv=1/3", "--fold", "cv=1/3", "--certainty", "entropy")
                        .errors())
                .containsExactly("undertone: --fold: 1/3 is named twice");
        assertThat(calibrate("--fold", "cv=1/3", "--fold", "odd=1/2", "--certainty", "entropy")
                        .errors())
                .containsExactly("undertone: --fold: 1/2 is not of as many parts as the first");
        assertThat(calibrate("--fold", "cv", "--certainty", "entropy").errors())
                .containsExactly("undertone: --fold cv, expected such as cv-1=1/5");
    }

    @Test
    void whatIsMissingToChooseByIsToldBeforeAnythingIsRead() {
        assertThat(calibrate("--fold", "cv=1/3").errors())
                .containsExactly("undertone: --certainty has to be chosen, or --neutral texts to choose it by");
    }

    private Answer calibrate(String... options) {
        String texts = workshop.texts(240).toString();
        return workshop.run(List.of("calibrate", "--checkpoint", "tiny", "--data", texts), options);
    }

    private JsonNode evaluate() {
        String data = workshop.texts(240).resolve("validation.txt").toString();
        Answer answer =
                workshop.run("evaluate", "--checkpoint", "tiny", "--json", "--data", data, "--neutral", neutral);
        return JsonMapper.shared().readTree(answer.output().get(0));
    }
}
