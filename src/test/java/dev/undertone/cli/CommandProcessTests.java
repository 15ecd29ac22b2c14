package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class CommandProcessTests {

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentSetsWhereTheModelIsAndNothingButTheAnswerIsPrinted() {
        Workshop workshop = new Workshop(folder).with("tiny");
        Map<String, String> environment =
                Map.of("UNDERTONE_MODELSTORE_PATH", workshop.store().toString());

        try (CommandProcess classify =
                CommandProcess.start(folder, environment, List.of("classify", "--json", "i feel so happy"))) {
            assertThat(classify.restOfErrors()).isEmpty();
            assertThat(classify.exitCode()).isZero();
            assertThat(classify.output()).hasSize(1);
            assertThat(JsonMapper.shared().readTree(classify.output().get(0)).has("emotion"))
                    .isTrue();
        }
    }

    @Test
    void aDataFolderThatCannotBeIsOneLineOnStandardErrorOfTheDatabaseToo() {
        try (CommandProcess list =
                CommandProcess.start(folder, Map.of(), List.of("user", "list", "--undertone.data-dir=/proc/none"))) {
            assertThat(list.restOfErrors()).singleElement().asString().contains("cannot be used", "/proc/none");
            assertThat(list.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aDataFolderMayBeAPlainName() {
        try (CommandProcess list =
                CommandProcess.start(folder, Map.of(), List.of("user", "list", "--undertone.data-dir=plain"))) {
            assertThat(list.restOfErrors()).isEmpty();
            assertThat(list.exitCode()).isZero();
            assertThat(folder.resolve("plain/undertone.mv.db")).exists();
        }
    }
}
