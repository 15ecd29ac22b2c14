package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFileTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    void requiredOptionsAndHyperparametersMayStandInTheFile() {
        Path config = workshop.file(
                "run.yaml",
                "# a short run",
                "data: " + workshop.texts(240),
                "base: tiny",
                "output: tuned",
                "epochs: 1",
                "learning-rate: 1e-3");

        Answer answer = workshop.run("train", "--config", config.toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(workshop.store().resolve("tuned/README.md")).content().contains("--learning-rate 0.001");
    }

    @Test
    void theCommandLineWinsOverTheFile() {
        Path config = workshop.file("run.yaml", "output: tuned", "epochs: 0");

        Answer answer = train("--config=" + config, "--epochs", "1", "--output", "mine");

        assertThat(answer.errors()).anyMatch(line -> line.startsWith("Saved mine"));
        assertThat(workshop.store().resolve("tuned")).doesNotExist();
    }

    @Test
    void aValueInTheFileIsCheckedLikeOneOnTheCommandLine() {
        Path config = workshop.file("run.yaml", "output: tuned", "epochs: 0");

        Answer answer = train("--config", config.toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors()).containsExactly("undertone: --epochs is 0, expected at least 1");
    }

    @Test
    void aFileWhoseLinesAreAllCommentsSetsNothing() {
        Path config = workshop.file("run.yaml", "# epochs: 5");

        Answer answer = train("--config", config.toString(), "--epochs", "0", "--output", "tuned");

        assertThat(answer.errors()).containsExactly("undertone: --epochs is 0, expected at least 1");
    }

    @Test
    void anUnknownOptionIsNamedWithTheFile() {
        Path config = workshop.file("run.yaml", "epochs: 1", "epoch-count: 3");

        assertRefused(config, "undertone: --config " + config + ": there is no option --epoch-count");
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() {
        Path config = workshop.file("run.yaml", "epochs: 1", "seed: {1: 2]", "base: tiny");

        Answer answer = train("--config", config.toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --config " + config + " is no YAML: line 2 cannot be read");
    }

    @Test
    void aListIsNoFileOfOptions() {
        Path config = workshop.file("run.yaml", "- epochs", "- seed");

        assertRefused(config, "undertone: --config " + config + " has other things than \"option: value\" lines");
    }

    @Test
    void aMissingFileIsNamed() {
        Path config = folder.resolve("none.yaml");

        assertRefused(config, "undertone: --config " + config + ": there is no such file");
    }

    private void assertRefused(Path config, String line) {
        Answer answer = train("--config", config.toString());

        assertThat(answer.errors()).containsExactly(line);
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    private Answer train(String... options) {
        String texts = workshop.texts(240).toString();
        return workshop.run(List.of("train", "--data", texts, "--base", "tiny"), options);
    }
}
