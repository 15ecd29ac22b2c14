package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DistillCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder)
                .with("tiny")
                .with("master")
                .draw("odd", 1, "bert", Map.of("without-fold", "1/2"))
                .draw("even", 2, "bert", Map.of("without-fold", "2/2"));
    }

    @Test
    void aStudentIsSavedWithACardThatNamesItsTeacherAndItsRecipe() {
        Answer answer = distill("--epochs", "1", "--temperature", "3", "--weight-average", "0.9");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors())
                .contains("the teacher has read 240 of 240 texts")
                .anyMatch(line -> line.startsWith("Saved student: validation accuracy 0."));
        assertThat(workshop.store().resolve("student/README.md"))
                .content()
                .contains("| teacher | master |", "| temperature | 3.0 |", "| weight-average | 0.9 |")
                .contains("undertone.jar distill --data DIR --base tiny --output student --teacher master ");
        assertThat(workshop.dataDirectory().resolve("training/student")).doesNotExist();
    }

    @Test
    void teachersOfFoldsAreNamedWithThem() {
        Answer answer = distill("--epochs", "1", "--teacher", "odd=1/2,even=2/2");

        assertThat(answer.exitCode()).isZero();
        assertThat(workshop.store().resolve("student/README.md")).content().contains("| teacher | odd=1/2,even=2/2 |");
    }

    @Test
    void aFoldThatNoTeacherWasTrainedWithoutIsWrongUsageBeforeAnythingBegins() {
        Answer answer = distill("--teacher", "odd=1/2");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --teacher odd=1/2 leaves 120 texts, on which all were trained;"
                        + " name a checkpoint for each fold");
        assertThat(workshop.dataDirectory().resolve("training/student")).doesNotExist();
    }

    @Test
    void aTeacherThatWasTrainedOnAFoldIsNotAskedAboutItAsIfItWereNot() {
        assertThat(distill("--teacher", "odd=1/2,master=2/2").errors())
                .containsExactly("undertone: --teacher: master was not trained --without-fold 2/2, but with all texts"
                        + " as far as it tells");
    }

    @Test
    void aFoldThatIsNoneIsWrongUsage() {
        Answer answer = distill("--teacher", "master=3/2");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --teacher: fold 3/2, expected such as 1/5");
    }

    @Test
    void theRecipeMayStandInAFile() {
        Path config = workshop.file("run.yaml", "teacher: master", "base: tiny", "output: student", "epochs: 1");

        Answer answer = workshop.run("distill", "--data", workshop.texts(60).toString(), "--config", config.toString());

        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void layersThatTheTeacherLacksAreWrongUsageBeforeAnythingIsRead() {
        Answer answer = distill("--teacher-layers", "1,2");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --teacher-layers names layer 2, but the teacher's are 0 to 1");
    }

    @Test
    void nothingToLearnFromIsWrongUsage() {
        Answer answer = distill("--alpha-hard", "0", "--alpha-soft", "0");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --alpha-hard and --alpha-soft is 0, expected one of them above 0");
    }

    @Test
    void aTeacherThatIsNotThereIsNamed() {
        Answer answer = workshop.run(
                "distill",
                "--data",
                workshop.texts(60).toString(),
                "--base=tiny",
                "--output=student",
                "--teacher=nobody");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.errors()).first().asString().contains("nobody: there is no such checkpoint");
    }

    private Answer distill(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("distill", "--data", workshop.texts(240).toString(), "--base=tiny", "--output=student"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--teacher")) {
            arguments.add("--teacher=master");
        }
        return workshop.run(arguments.toArray(String[]::new));
    }
}
