package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LexiconTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        TinyCheckpoint.write(folder.resolve("one"));
    }

    @Test
    void wordsOfFourLettersOrMoreAreCounted() {
        Lexicon lexicon = Lexicon.of(
                "two texts",
                List.of(
                        "i FEEL so furious, furious!",
                        "feel-good couldn't @sender #topic http://host.example/path so1234"));

        assertThat(lexicon.counts()).isEqualTo(Map.of("feel", 1, "furious", 2, "http", 1));
    }

    @Test
    void theMostFrequentComesFirstAndALexiconStaysWithTheCheckpoint() {
        Lexicon lexicon = new Lexicon("3 texts", Map.of("angry", 2, "furious", 3, "afraid", 2));
        ModelStore store = new ModelStore(folder);
        store.addTexts(new CheckpointId("one"), Map.of(Lexicon.FILE, lexicon.text()));

        assertThat(lexicon.text()).isEqualTo("# 3 texts\nfurious 3\nafraid 2\nangry 2\n");
        store.verify(new CheckpointId("one"));
        store.exportTo(new CheckpointId("one"), folder.resolve("out"), WeightsFormat.F32);
        store.importFolder(folder.resolve("out"), new CheckpointId("two"));
        assertThat(store.open(new CheckpointId("two")).lexicon()).contains(lexicon);
    }

    @Test
    void aCheckpointWithoutALexiconHasNone() {
        assertThat(Checkpoint.open(folder.resolve("one")).lexicon()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"furious", "furious 0", "furious -1", "Furious 3", "fur 3", "furious 9999999999", " "})
    void aLineThatIsNoWordAndNumberIsRefused(String line) throws IOException {
        Files.writeString(folder.resolve("one").resolve(Lexicon.FILE), "# 3 texts\nangry 2\n" + line + "\n");

        assertThatExceptionOfType(CheckpointRefused.class)
                .isThrownBy(() -> Checkpoint.open(folder.resolve("one")).lexicon())
                .withMessageContaining("lexicon.txt")
                .withMessageContaining("line 3, expected four letters or more and a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "furious 3\n"})
    void aFileThatDoesNotSayWhereItIsFromIsRefused(String text) throws IOException {
        Files.writeString(folder.resolve("one").resolve(Lexicon.FILE), text);

        assertThatExceptionOfType(CheckpointRefused.class)
                .isThrownBy(() -> Checkpoint.open(folder.resolve("one")).lexicon())
                .withMessageContaining("line 1");
    }

    @Test
    void aSourceOfSeveralLinesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lexicon("a\nb", Map.of()));
    }
}
