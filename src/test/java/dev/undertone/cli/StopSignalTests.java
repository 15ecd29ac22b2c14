package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.drill.JavaLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class StopSignalTests {

    @Test
    void workThatDoesNotEndIsLeftBehindAndTheProcessSaysSo() throws IOException, InterruptedException {
        Process work = new ProcessBuilder(JavaLine.of(EndlessWork.class.getName()))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = work.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("working, asked to stop: false");

            work.toHandle().destroy();

            assertThat(lines.lines().collect(Collectors.joining("\n")))
                    .contains("stopped before the state could be saved; the one before is still there");
            assertThat(work.waitFor()).isEqualTo(1);
        } finally {
            work.destroyForcibly();
        }
    }
}
