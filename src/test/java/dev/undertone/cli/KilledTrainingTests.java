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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void aTrainingThatIsKilledAgainAndAgainEndsWhereAnUnbrokenOneEnds() {
        Workshop unbroken = new Workshop(folder.resolve("unbroken")).with("tiny");
        Workshop killed = new Workshop(folder.resolve("killed")).with("tiny");
        assertThat(unbroken.run(arguments(unbroken).toArray(String[]::new)).exitCode())
                .isZero();

        int kills = 0;
        while (isKilled(killed, kills == 0 ? List.of() : List.of("--resume"))) {
            kills++;
        }

        assertThat(kills).isPositive();
        assertThat(weights(killed)).isEqualTo(weights(unbroken));
        assertThat(loss(killed)).isEqualTo(loss(unbroken));
    }

    @Test
    void aTrainingThatIsToldToStopSavesItsStateAndSaysHowToGoOn() {
        Workshop workshop = new Workshop(folder).with("tiny");
        try (CommandProcess training = start(workshop, List.of())) {
            assertThat(training.reports(1, "step ")).isTrue();
            training.terminate();
            List<String> rest = training.restOfErrors();

            assertThat(rest.get(rest.size() - 1))
                    .isEqualTo("Stopped; the state is saved. The same command with --resume goes on.");
            assertThat(training.exitCode()).isNotZero();
        }

        Answer resumed = workshop.run(with(arguments(workshop), "--resume").toArray(String[]::new));

        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.errors()).noneMatch(line -> line.startsWith("step 1 of "));
    }

    /** Whether the training was killed on its way; otherwise it reached its end. */
    private static boolean isKilled(Workshop workshop, List<String> more) {
        try (CommandProcess training = start(workshop, more)) {
            boolean alive = training.reports(STEPS_BEFORE_A_KILL, "step ");
            if (alive) {
                training.kill();
            } else {
                assertThat(training.exitCode()).isZero();
            }
            return alive;
        }
    }

    private static CommandProcess start(Workshop workshop, List<String> more) {
        List<String> arguments = arguments(workshop);
        arguments.addAll(workshop.settings());
        arguments.addAll(more);
        return CommandProcess.start(workshop.folder(), Map.of(), arguments);
    }

    private static List<String> with(List<String> arguments, String more) {
        arguments.add(more);
        return arguments;
    }

    private static List<String> arguments(Workshop workshop) {
        return new ArrayList<>(List.of(
                "train",
                "--data=" + workshop.texts(1000),
                "--base=tiny",
                "--output=tuned",
                "--epochs=3",
                "--batch-size=2",
                "--learning-rate=1e-3",
                "--warmup-steps=20",
                "--log-every=1",
                "--save-every=100",
                "--threads=1"));
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
