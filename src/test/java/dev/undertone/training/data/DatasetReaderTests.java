package dev.undertone.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.emotion.Emotion;
import dev.undertone.textfile.UnreadableFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetReaderTests {

    @TempDir
    Path folder;

    @Test
    void labelIsANameOrANumber() {
        Path lines = file("a.txt", "what a day;joy\nnot again;ANGER\n");
        Path json = file("b.jsonl", "{\"text\":\"who is there\",\"label\":4}\n{\"text\":\"oh\",\"label\":\"5\"}\n");
        Path csv = file("c.csv", "label,text\n0,\"gone, all of it\"\n");

        Dataset dataset = DatasetReader.read("mine", List.of(lines, json, csv));

        assertThat(dataset.name()).isEqualTo("mine");
        assertThat(dataset.examples())
                .containsExactly(
                        new Example("what a day", Emotion.JOY),
                        new Example("not again", Emotion.ANGER),
                        new Example("who is there", Emotion.FEAR),
                        new Example("oh", Emotion.SURPRISE),
                        new Example("gone, all of it", Emotion.SADNESS));
    }

    @Test
    void everyBadRowIsReportedWithFileAndLine() {
        Path first = file("a.txt", "fine;joy\nno label here\nodd;bliss\nseven;7\n");
        Path second = file("b.csv", "text\nonly a text\n");

        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> DatasetReader.read("mine", List.of(first, second)))
                .withMessage(first + " line 2: there is no semicolon, expected text;label"
                        + " (and 3 further rows that cannot be used)")
                .satisfies(unusable -> assertThat(unusable.problems())
                        .extracting(RowProblem::toString)
                        .containsExactly(
                                first + " line 2: there is no semicolon, expected text;label",
                                first + " line 3: the label \"bliss\" is not known" + expected(),
                                first + " line 4: the label \"7\" is not known" + expected(),
                                second + " line 2: there is no label" + expected()));
    }

    @Test
    void onlyTheFirstTwentyBadRowsAreListedButAllAreCounted() {
        Reading reading = DatasetReader.scan("mine", List.of(file("a.txt", "x;y\n".repeat(25) + "good;love\n")));

        assertThat(reading.problems())
                .hasSize(20)
                .last()
                .hasToString(folder.resolve("a.txt") + " line 20: the label" + " \"y\" is not known" + expected());
        assertThat(reading.problemCount()).isEqualTo(25);
        assertThat(reading.leniently().examples()).containsExactly(new Example("good", Emotion.LOVE));
    }

    @Test
    void missingFileAndFolderAreNamed() {
        refused(folder.resolve("none.txt"), ": there is no such file");
        refused(folder, " is a folder, expected a file");
    }

    @Test
    void dataWithoutARowIsRefused() {
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> DatasetReader.read("mine", List.of(file("a.txt", "\n"))))
                .withMessageStartingWith("data set mine has no row that can be used");
    }

    @Test
    void fileThatIsNotUtf8IsRefusedNamingTheLine() throws IOException {
        Path file = folder.resolve("latin.txt");
        Files.write(file, "fine;joy\nd\u00e9j\u00e0 vu;fear\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> DatasetReader.read("mine", List.of(file)))
                .withMessageContaining("line 2 is not UTF-8");
    }

    @Test
    void folderHoldsTrainAndValidation() throws IOException {
        file("train.txt", "a;joy\nb;fear\n");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("validation.csv.gz")))) {
            gzip.write("text,label\nc,love\n".getBytes(StandardCharsets.UTF_8));
        }
        DataFolder data = new DataFolder(folder);

        assertThat(data.train().size()).isEqualTo(2);
        assertThat(data.validation().examples()).containsExactly(new Example("c", Emotion.LOVE));
    }

    @Test
    void folderWithoutOrWithTwoSplitsIsRefused() {
        DataFolder data = new DataFolder(folder);
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(data::train)
                .withMessage(folder + " has no train.txt, .csv or .jsonl (each may end in .gz)");
        file("train.txt", "a;joy\n");
        file("train.csv", "text,label\na,joy\n");
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(data::train)
                .withMessage(folder + " has both train.txt and train.csv, leave one of them");
    }

    private static String expected() {
        return ", expected sadness, joy, love, anger, fear, surprise or a number from 0 to 5";
    }

    private static void refused(Path path, String fact) {
        assertThatExceptionOfType(UnusableData.class)
                .isThrownBy(() -> DatasetReader.read("mine", List.of(path)))
                .withMessage(path + fact);
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
