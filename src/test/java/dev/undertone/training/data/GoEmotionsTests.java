package dev.undertone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.emotion.Emotion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoEmotionsTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void nameTheLabels() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "admiration\nannoyance\ngrief\nlove\nneutral\n");
    }

    @Test
    void postsWithOneLabelOfOursAreExamplesOfIt() {
        GoEmotions posts = read("They never listen.\t1\ta", "I miss her; so much\t2\tb", "Love this\t3\tc");

        assertThat(posts.examples())
                .containsExactly(
                        new Example("They never listen.", Emotion.ANGER),
                        new Example("I miss her; so much", Emotion.SADNESS),
                        new Example("Love this", Emotion.LOVE));
        assertThat(posts.neutral()).isEmpty();
    }

    @Test
    void neutralPostsAreKeptApartAndOthersLeftOut() {
        GoEmotions posts = read("It is on page 4.\t4\ta", "Well done\t0\tb", "Love it, but no\t1,3\tc", "Hm\t3,4\td");

        assertThat(posts.examples()).isEmpty();
        assertThat(posts.neutral()).containsExactly("It is on page 4.");
        assertThat(posts.posts()).containsExactly("It is on page 4.", "Well done", "Love it, but no", "Hm");
    }

    @Test
    void aFileIsADataSetByItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("dev.tsv"), "They never listen.\t1\ta\nIt is so.\t4\tb\n");

        assertThat(DatasetReader.read("posts", List.of(file)).examples())
                .containsExactly(new Example("They never listen.", Emotion.ANGER));
        assertThat(NeutralTexts.read(List.of(file))).containsExactly("It is so.");
    }

    @Test
    void aLineOfAnotherFormIsNamed() {
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> read("They never listen.\t1\ta", "Well done"))
                .withMessage(
                        folder.resolve("dev.tsv") + " line 2: expected text, label numbers and id with tabs between");
    }

    @Test
    void aLabelWithoutANameIsNamed() {
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> read("They never listen.\t27\ta"))
                .withMessage(folder.resolve("dev.tsv") + " line 1: label 27, but labels.txt beside it names 0 to 4");
    }

    @Test
    void anArchiveThatWasCutShortIsNamed() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write("They never listen.\t1\ta\n".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("dev.tsv.gz");
        Files.write(file, Arrays.copyOf(whole.toByteArray(), whole.size() / 2));

        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> GoEmotions.read(file))
                .withMessageStartingWith(file + " cannot be read: ");
    }

    private GoEmotions read(String... lines) {
        try {
            return GoEmotions.read(Files.write(folder.resolve("dev.tsv"), List.of(lines)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
