package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"serve", "serve --server.port=0", "--server.port=0", "--server.port=0 serve", "serve --debug"})
    void theServiceIsStartedWithoutACommandOrWithServe(String arguments) {
        assertThat(Commands.isFor(arguments.split(" "))).isFalse();
        assertThat(Commands.isFor(new String[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify",
                "--help",
                "--undertone.modelstore.path=store classify",
                "checkpoint list",
                "serve --help"
            })
    void anythingElseIsACommandWhereverItsSettingsStand(String arguments) {
        assertThat(Commands.isFor(arguments.split(" "))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve now", "serve --prot=9000", "serve classify"})
    void theServiceTakesSettingsAlone(String arguments) {
        Answer answer = new Workshop(folder).run(arguments.split(" "));

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .first()
                .asString()
                .startsWith("undertone: ")
                .contains(arguments.substring("serve ".length()));
    }

    @Test
    void settingsAreToldFromOptionsByTheDotInTheirName() {
        SettingArguments split = SettingArguments.of(List.of(
                "classify", "--undertone.data-dir=/tmp/d", "--a.b_c=1", "--file=a.txt", "--", "--my.text=is a text"));

        assertThat(split.settings()).containsExactly("--undertone.data-dir=/tmp/d", "--a.b_c=1");
        assertThat(split.rest()).containsExactly("classify", "--file=a.txt", "--", "--my.text=is a text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify",
                "evaluate",
                "faithfulness",
                "soak",
                "bench",
                "train",
                "checkpoint",
                "distill",
                "soup",
                "calibrate",
                "lexicon",
                "card",
                "checkpoint list",
                "checkpoint show",
                "checkpoint verify",
                "checkpoint import",
                "checkpoint export",
                "checkpoint activate",
                "user",
                "user create",
                "user list",
                "user disable",
                "api-key",
                "api-key create",
                "api-key list",
                "api-key revoke",
                "audit",
                "audit verify",
                "audit head"
            })
    void everyCommandHasHelpInWhichEveryOptionIsDescribed(String command) {
        Answer answer = new Workshop(folder).run((command + " --help").split(" "));

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output().get(0)).startsWith("Usage: undertone " + command + " ");
        assertThat(answer.output())
                .noneMatch(line -> line.length() > 80)
                .noneMatch(line -> line.matches(".*=<\\w+>.*"))
                .noneMatch(line -> line.matches("\\s+[\\d.e-]+\\."));
    }
}
