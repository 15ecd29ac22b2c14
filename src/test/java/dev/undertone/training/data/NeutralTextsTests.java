package dev.undertone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NeutralTextsTests {

    @TempDir
    private Path folder;

    @Test
    void ourOwnSentencesAreManyAndDiffer() {
        assertThat(NeutralTexts.own()).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    }

    @Test
    void anyOtherFileHasOneTextALine() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.txt"), "It is so.\n\nIt is; not\n");

        assertThat(NeutralTexts.read(List.of(file))).containsExactly("It is so.", "It is; not");
    }

    @Test
    void aFileWithoutTextsIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.txt"), "\n");

        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> NeutralTexts.read(List.of(file)))
                .withMessage(file + " has no neutral text");
    }
}
