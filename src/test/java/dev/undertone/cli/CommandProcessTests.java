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

    @Test
    void aServiceThatCannotStartSaysWhyInOneLine() {
        List<String> odd = List.of("serve", "--server.port=0", "--server.servlet.context-path=/odd");

        try (CommandProcess serve = CommandProcess.start(folder, Map.of(), odd)) {
            assertThat(serve.restOfErrors())
                    .singleElement()
                    .asString()
                    .startsWith("undertone: the service cannot start: server.servlet.context-path is /odd");
            assertThat(serve.exitCode()).isEqualTo(1);
            assertThat(serve.output()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @Test
    void aSettingThatCannotBeIsWrongUsageOfTheServiceToo() {
        List<String> odd = List.of("--server.port=0", "--undertone.classification.workers=-1");

        try (CommandProcess serve = CommandProcess.start(folder, Map.of(), odd)) {
            assertThat(serve.restOfErrors())
                    .singleElement()
                    .asString()
                    .contains("undertone.classification.workers is -1");
            assertThat(serve.exitCode()).isEqualTo(2);
        }
    }
}
