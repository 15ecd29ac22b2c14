package dev.undertone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NeutralTextsTests {

    @TempDir
    private Path folder;

    @Test
    void ourOwnSentencesAreManyAndShort() {
        assertThat(NeutralTexts.own())
                .hasSizeGreaterThanOrEqualTo(300)
                .allSatisfy(text -> assertThat(text).isNotBlank().isEqualTo(text.strip()))
                .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(200))
                .allSatisfy(text -> assertThat(text.split(" ")).hasSizeBetween(3, 30));
    }

    @Test
    void noneOfOurOwnSentencesIsAnotherOneOverAgain() {
        List<String> own = NeutralTexts.own().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < own.size(); i++) {
            for (int j = 0; j < own.size(); j++) {
                if (i != j) {
                    assertThat(own.get(i)).doesNotContain(own.get(j));
                    assertThat(sharedWords(own.get(i), own.get(j)))
                            .as("share of words in both \"%s\" and \"%s\"", own.get(i), own.get(j))
                            .isLessThan(0.5);
                }
            }
        }
    }

    @Test
    void ourOwnSentencesAreOfFiveKindsAboutAlike() throws IOException {
        List<List<String>> kinds = new ArrayList<>(List.of(new ArrayList<>()));
        try (InputStream bytes = NeutralTexts.class.getResourceAsStream("/evaluation/neutral.txt")) {
            String file = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            file.lines().forEach(line -> {
                if (line.isEmpty()) {
                    kinds.add(new ArrayList<>());
                } else {
                    kinds.get(kinds.size() - 1).add(line);
                }
            });
        }

        assertThat(kinds).hasSize(5).allSatisfy(kind -> assertThat(kind).hasSizeBetween(60, 80));
        assertThat(kinds.stream().flatMap(List::stream)).containsExactlyElementsOf(NeutralTexts.own());
    }

    private static double sharedWords(String one, String other) {
        Set<String> both = words(one);
        both.retainAll(words(other));
        Set<String> all = words(one);
        all.addAll(words(other));
        return (double) both.size() / all.size();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.replaceAll("[^a-z0-9]+", " ").strip().split(" ")));
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
