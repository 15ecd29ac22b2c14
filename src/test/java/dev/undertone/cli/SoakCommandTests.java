package dev.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.cli.Workshop.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SoakCommandTests {

    @TempDir
    private Path folder;

    private Workshop workshop = new Workshop(Path.of(""));

    @BeforeEach
    void open() {
        workshop = new Workshop(folder).with("tiny");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theMemoryIsReadTenTimesOnTheWay() {
        Answer answer = soak("1000");

        assertThat(answer.output())
                .hasSize(10)
                .allMatch(line -> line.matches(" *[\\d,]+ texts +[\\d,.]+ s +[\\d,]+ MB resident"));
        assertThat(answer.output()).first().asString().contains(" 100 texts");
    }

    @Test
    void fewerTextsThanCanBeComparedAreWrongUsage() {
        Answer answer = soak("499");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.errors())
                .containsExactly("undertone: --texts is 499, expected at least 500, for memory to be compared");
    }

    @Test
    void aTenthMoreIsAllowedAndNothingBeyond() {
        assertThat(SoakCommand.keepsGrowing(1000, 1100)).isFalse();
        assertThat(SoakCommand.keepsGrowing(1000, 1101)).isTrue();
    }

    private Answer soak(String texts) {
        String data = workshop.texts(30).resolve("validation.txt").toString();
        return workshop.run("soak", "--checkpoint", "tiny", "--data", data, "--texts", texts);
    }
}
