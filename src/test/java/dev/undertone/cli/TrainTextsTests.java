package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which texts a training has, and how much each of them counts. */
final class TrainTextsTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    void aFoldIsLeftOutOfTheTrainingAndExtraTextsAreNot() {
        String extra = workshop.file("extra.txt", "they so angry;anger").toString();

        Answer answer = train("--epochs", "1", "--without-fold", "1/3", "--extra", extra);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.errors())
                .anyMatch(line -> line.startsWith("160 texts to train on, 30 to validate with."))
                .anyMatch(line -> line.startsWith("train: 11 of 11, ") || line.startsWith("step 10 of 11, "));
    }

    @Test
    void aWeightThatNothingCanHaveIsNamedAndLeavesNothingBegun() {
        String extra = workshop.file("extra.txt", "they so angry;anger").toString();

        assertThat(train("--extra", extra, "--extra-weight", "0").errors())
                .containsExactly("undertone: --extra-weight is 0.0, expected above 0 and at most 100");
        assertThat(train("--neutral-weight", "-1").errors())
                .containsExactly("undertone: --neutral-weight is -1.0, expected above 0 and at most 100");
        assertThat(workshop.dataDirectory().resolve("training/tuned")).doesNotExist();
    }

    private Answer train(String... options) {
        String texts = workshop.texts(240).toString();
        return workshop.run(List.of("train", "--data", texts, "--base", "tiny", "--output", "tuned"), options);
    }
}
