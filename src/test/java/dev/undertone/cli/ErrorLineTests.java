package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorLineTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("one").with("two");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(2, "there is no command paint; see undertone --help", "paint"),
                mistake(2, "Unknown option: '--fast'; see undertone classify --help", "classify --fast me"),
                mistake(2, "Missing required option: '--data=FILE'; see undertone evaluate --help", "evaluate"),
                mistake(
                        2,
                        "Missing required parameter for option '--checkpoint' (ID); see undertone classify --help",
                        "classify me --checkpoint"),
                mistake(
                        2,
                        "checkpoint: say list, show, verify, import, export or activate; see undertone checkpoint --help",
                        "checkpoint"),
                mistake(2, "texts as arguments and --file a.txt: give one of them", "classify me --file a.txt"),
                mistake(1, "FOLDER/none.txt: there is no such file", "classify --file FOLDER/none.txt"),
                mistake(1, "FOLDER is a folder, expected a file", "classify --file FOLDER"),
                mistake(
                        1,
                        "FOLDER/store/three: there is no such checkpoint; there are [one, two]",
                        "classify me --checkpoint three"),
                mistake(
                        1,
                        "no checkpoint in FOLDER/store is active; there are [one, two]: name one, or activate it",
                        "classify me"));
    }

    static Stream<Arguments> wrongSettings() {
        return Stream.of(
                mistake(
                        2,
                        "undertone.classification.workers is \"many\", expected int",
                        "classify me --undertone.classification.workers=many"),
                mistake(
                        2,
                        "undertone.classification.batch-texts is 999: must be less than or equal to 256",
                        "classify me --undertone.classification.batch-texts=999"),
                mistake(
                        2,
                        "undertone.classification.precision is \"fp64\", expected fp32 or int8",
                        "classify me --undertone.classification.precision=fp64"));
    }

    @ParameterizedTest
    @MethodSource({"mistakes", "wrongSettings"})
    void aMistakeGetsOneLineAndItsExitCode(int exitCode, String line, String arguments) {
        Answer answer = workshop.run(here(arguments).split(" "));

        assertThat(answer.errors()).containsExactly("undertone: " + here(line));
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        assertThat(answer.output()).isEmpty();
    }

    @Test
    void anEmptyStoreIsNamedWithWhatToDo() {
        Workshop empty = new Workshop(folder.resolve("empty"));

        assertThat(empty.run("classify", "me").errors())
                .containsExactly("undertone: there is no checkpoint in " + empty.store()
                        + ": import one, or set undertone.modelstore.path");
    }

    @Test
    void thereIsNothingToVerifyInAnEmptyStore() {
        Workshop empty = new Workshop(folder.resolve("empty"));

        assertThat(empty.run("checkpoint", "verify"))
                .isEqualTo(new Answer(1, List.of(), List.of("There is no checkpoint in " + empty.store() + ".")));
    }

    @Test
    void aGzipFileCutInItsHeaderIsNamed() throws IOException {
        Path cut = Files.write(folder.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});

        assertThat(workshop.run("classify", "--file", cut.toString(), "--checkpoint", "one")
                        .errors())
                .containsExactly("undertone: " + cut + ": the gzip data is damaged or cut off at its beginning");
    }

    @Test
    void theStackTraceComesWithDebug() {
        Answer answer = workshop.run("--debug", "checkpoint", "show", "three");

        assertThat(answer.errors().get(0)).endsWith("there is no such checkpoint; there are [one, two]");
        assertThat(answer.errors()).anyMatch(line -> line.startsWith("\tat dev.undertone."));
    }

    private static Arguments mistake(int exitCode, String line, String arguments) {
        return Arguments.of(exitCode, line, arguments);
    }

    private String here(String text) {
        return text.replace("FOLDER", folder.toString());
    }
}
