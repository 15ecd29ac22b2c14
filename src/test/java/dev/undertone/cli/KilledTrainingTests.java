package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Training in a process that is killed.
 *
 * <p>A process runs ahead of what is read of it by what a pipe holds, about a thousand log lines. The training has so
 * many more steps than that, that the first kill always comes before its end.
 */
final class KilledTrainingTests {

    private static final int STEPS_BEFORE_A_KILL = 350;

    @TempDir
    private Path folder;

    private static Stream<List<String>> trainings() {
        return Stream.of(
                List.of("train"),
                List.of("distill", "--teacher=tiny", "--weight-average=0.99", "--augment=0.5", "--embedding-noise=1"));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void aTrainingThatIsKilledAgainAndAgainEndsWhereAnUnbrokenOneEnds(List<String> training) {
        Workshop unbroken = new Workshop(folder.resolve("unbroken")).with("tiny");
        Workshop killed = new Workshop(folder.resolve("killed")).with("tiny");
        List<String> arguments = new ArrayList<>(training);
        arguments.addAll(arguments(unbroken));
        assertThat(unbroken.run(arguments.toArray(String[]::new)).exitCode()).isZero();

        int kills = 0;
        while (isKilled(killed, training, kills == 0 ? List.of() : List.of("--resume"))) {
            kills++;
        }

        assertThat(kills).isPositive();
        assertThat(weights(killed)).isEqualTo(weights(unbroken));
        assertThat(loss(killed)).isEqualTo(loss(unbroken));
    }

    @Test
    void aTrainingThatIsToldToStopSavesItsStateAndSaysHowToGoOn() {
        Workshop workshop = new Workshop(folder).with("tiny");
        try (CommandProcess training = start(workshop, List.of("train"), List.of())) {
            assertThat(training.reports(1, "step ")).isTrue();
            training.terminate();
            List<String> rest = training.restOfErrors();

            assertThat(rest.get(rest.size() - 1))
                    .isEqualTo("Stopped; the state is saved. The same command with --resume goes on.");
            assertThat(training.exitCode()).isNotZero();
        }

        List<String> again = new ArrayList<>(List.of("train", "--resume"));
        again.addAll(arguments(workshop));
        Answer resumed = workshop.run(again.toArray(String[]::new));

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.errors()).noneMatch(line -> line.startsWith("step 1 of "));
    }

    /** Whether the training was killed on its way; otherwise it reached its end. */
    private static boolean isKilled(Workshop workshop, List<String> command, List<String> more) {
        try (CommandProcess training = start(workshop, command, more)) {
            boolean alive = training.reports(STEPS_BEFORE_A_KILL, "step ");
            if (alive) {
                training.kill();
            } else {
                assertThat(training.exitCode()).isZero();
            }
            return alive;
        }
    }

    private static CommandProcess start(Workshop workshop, List<String> command, List<String> more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(arguments(workshop));
        arguments.addAll(workshop.settings());
        arguments.addAll(more);
        return CommandProcess.start(workshop.folder(), Map.of(), arguments);
    }

    private static List<String> arguments(Workshop workshop) {
        return List.of(
                "--data=" + workshop.texts(1000),
                "--base=tiny",
                "--output=tuned",
                "--epochs=3",
                "--batch-size=2",
                "--learning-rate=1e-3",
                "--warmup-steps=20",
                "--log-every=1",
                "--save-every=100",
                "--threads=1");
    }

    private static byte[] weights(Workshop workshop) {
        try {
            return Files.readAllBytes(workshop.store().resolve("tuned/model.safetensors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double loss(Workshop workshop) {
        try {
            Path report = workshop.store().resolve("tuned/evaluation.json");
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(report))
                    .path("loss")
                    .doubleValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
