package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import dev.undertone.training.augmentation.Perturbation;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvaluateCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));
    private String data = "";

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
        data = workshop.file("data.txt", "i am happy;joy", "they feel sad;sadness", "they feel sad;anger")
                .toString();
    }

    @Test
    void jsonIsOneLineWithExactlyTheFieldsOfTheContract() {
        Answer answer = workshop.run("evaluate", "--json", "--data", data);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).hasSize(1);
        JsonNode report = JsonMapper.shared().readTree(answer.output().get(0));
        assertThat(report.propertyNames())
                .containsExactly(
                        "checkpoint",
                        "precision",
                        "examples",
                        "accuracy",
                        "loss",
                        "macroF1",
                        "ece",
                        "perClass",
                        "confusion");
        assertThat(report.get("checkpoint").stringValue()).isEqualTo("tiny");
        assertThat(report.get("precision").stringValue()).isEqualTo("int8");
        assertThat(report.get("examples").intValue()).isEqualTo(3);
        assertThat(report.get("perClass").propertyNames())
                .containsExactly("sadness", "joy", "love", "anger", "fear", "surprise");
        assertThat(report.get("perClass").get("anger").propertyNames())
                .containsExactly("precision", "recall", "f1", "support");
    }

    @Test
    void anotherWritingIsMeasuredWayByWayWhenAskedFor() {
        Answer answer = workshop.run("evaluate", "--json", "--perturb", "--data", data);

        JsonNode robustness =
                JsonMapper.shared().readTree(answer.output().get(0)).get("robustness");
        assertThat(robustness.propertyNames())
                .containsExactlyElementsOf(Arrays.stream(Perturbation.values())
                        .map(Perturbation::title)
                        .toList());
        // The tokenizer does not tell capitals from small letters, and "they feel sad" has one word to misspell.
        assertThat(robustness.at("/upper case/changed").intValue()).isEqualTo(3);
        assertThat(robustness.at("/upper case/share").doubleValue()).isEqualTo(1);
        assertThat(robustness.at("/contraction/changed").intValue()).isEqualTo(1);
    }

    @Test
    void confusionHasTheTrueLabelsInItsRows() {
        Answer answer = workshop.run("evaluate", "--json", "--data", data);

        JsonNode confusion =
                JsonMapper.shared().readTree(answer.output().get(0)).get("confusion");
        assertThat(confusion.values().stream()
                        .map(row -> row.values().stream()
                                .mapToInt(JsonNode::intValue)
                                .sum()))
                .containsExactly(1, 1, 0, 1, 0, 0);
    }

    @Test
    void severalFilesAreOneDataSet() {
        String more =
                workshop.file("more.csv", "text,label", "you loved it,love").toString();

        Answer answer = workshop.run("evaluate", "--json", "--data", data, more);

        assertThat(JsonMapper.shared()
                        .readTree(answer.output().get(0))
                        .get("examples")
                        .intValue())
                .isEqualTo(4);
    }

    @Test
    void peopleGetTablesAndTheTextsWithTwoLabels() {
        Answer answer = workshop.run("evaluate", "--data", data);

        assertThat(answer.output())
                .contains("tiny (int8) on 3 texts", "            precision     recall         F1      texts")
                .endsWith(
                        "Texts that stand more than once: 0 with the same label, 1 with different ones.",
                        "  sadness, anger: they feel sad");
    }

    @Test
    void reportWritesAPageAndSaysWhere() {
        Path report = folder.resolve("report");

        Answer answer = workshop.run("evaluate", "--json", "--data", data, "--report", report.toString());

        assertThat(report.resolve("index.html")).content().contains("<title>").contains("tiny");
        assertThat(answer.output()).hasSize(1);
        assertThat(answer.errors()).endsWith("The report is in " + report.resolve("index.html") + ".");
    }

    @Test
    void aReportThatCannotBeWrittenIsNamedWithTheReason() {
        Answer answer = workshop.run("evaluate", "--json", "--data", data, "--report", data);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors())
                .endsWith("undertone: " + data + "/index.html cannot be written (FileAlreadyExistsException)");
    }

    @Test
    void aBadRowIsNamedByFileAndLineBeforeAnythingIsMeasured() {
        String bad =
                workshop.file("bad.txt", "i am happy;joy", "they feel sad;blue").toString();

        Answer answer = workshop.run("evaluate", "--data", bad);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors())
                .containsExactly("undertone: " + bad + " line 2: the label \"blue\" is not known, expected sadness, "
                        + "joy, love, anger, fear, surprise or a number from 0 to 5");
    }
}
