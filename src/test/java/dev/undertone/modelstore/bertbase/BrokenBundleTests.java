package dev.undertone.modelstore.bertbase;

import static dev.undertone.modelstore.bertbase.SmallBert.HIDDEN;
import static dev.undertone.modelstore.bertbase.SmallBert.bert;
import static dev.undertone.modelstore.bertbase.SmallBert.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.bertbase.TensorBundleFile.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenBundleTests {

    @TempDir
    Path folder;

    @Test
    void layerThatTheArchiveLacksIsNamed() throws IOException {
        assertRefused(
                bert(2), LayerSelection.parse("0,2"), "lacks the variable module/bert/encoder/layer_2/attention/");
    }

    @Test
    void archiveOfSomethingElseIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no archive");

        assertThatThrownBy(() -> BertBundle.open(text))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(text + ": is no BERT-base archive: it lacks vocab.txt");
    }

    @Test
    void archiveThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> BertBundle.open(folder.resolve("nowhere.jar")))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("nowhere.jar: cannot be read");
    }

    @Test
    void changedNumberIsFoundByItsChecksum() throws IOException {
        TensorBundleFile bert = bert(1);
        byte[] data = bert.data();
        data[17] ^= 1;
        Path zip = folder.resolve("bert");
        try (OutputStream out = Files.newOutputStream(zip)) {
            bert.writeZip(out, bert.index(), data);
        }

        assertThatThrownBy(() -> floats(zip, LayerSelection.parse("0"), 1))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("does not match");
    }

    @Test
    void anyFlippedBitOfTheIndexIsRefusedOrHarmless() throws IOException {
        byte[] index = bert(1).index();
        Map<String, byte[]> whole = LevelDbTable.read("index", index);
        for (int bit = 0; bit < index.length * 8; bit++) {
            byte[] flipped = index.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(LevelDbTable.read("index", flipped))
                        .usingRecursiveComparison()
                        .isEqualTo(whole);
            } catch (CheckpointRefused e) {
                assertThat(e).hasMessageStartingWith("index: ");
            }
        }
    }

    @Test
    void indexCutAnywhereIsRefused() {
        byte[] index = bert(1).index();
        for (int length = 0; length < index.length; length++) {
            byte[] cut = Arrays.copyOf(index, length);
            assertThatThrownBy(() -> LevelDbTable.read("index", cut)).isInstanceOf(CheckpointRefused.class);
        }
    }

    @Test
    void entryThatLiesAboutItsSizeIsRefused() throws IOException {
        Message message = new Message()
                .varint(1, 1)
                .bytes(2, TensorBundleFile.shape(List.of(8, HIDDEN)))
                .varint(5, 12);
        assertRefused(
                bert(1).lying("embeddings/word_embeddings", message),
                LayerSelection.parse("0"),
                "variable module/bert/embeddings/word_embeddings is not stored as floats of its shape");
    }

    @Test
    void entryBeyondTheDataIsRefused() throws IOException {
        Message message = new Message()
                .varint(1, 1)
                .bytes(2, TensorBundleFile.shape(List.of(8, HIDDEN)))
                .varint(4, 1L << 40)
                .varint(5, 8 * HIDDEN * 4);
        assertRefused(
                bert(1).lying("embeddings/word_embeddings", message),
                LayerSelection.parse("0"),
                "ends within the variable module/bert/embeddings/word_embeddings");
    }

    @Test
    void entryThatIsNoMessageIsRefused() throws IOException {
        assertRefused(
                bert(1).lying(
                                "embeddings/word_embeddings",
                                new Message().varint(2 << 3 | 2).varint(999)),
                LayerSelection.parse("0"),
                "the entry of variable module/bert/embeddings/word_embeddings is broken");
    }

    @Test
    void kernelOfOneDimensionIsRefused() throws IOException {
        assertRefused(
                bert(1).with("encoder/layer_0/output/dense/kernel", List.of(4), 1, 2, 3, 4),
                LayerSelection.parse("0"),
                "variable module/bert/encoder/layer_0/output/dense/kernel has the shape [4], expected two dimensions");
    }

    private void assertRefused(TensorBundleFile bert, LayerSelection layers, String fact) throws IOException {
        Path zip = bert.zip(folder.resolve("bert"));
        assertThatThrownBy(() -> floats(zip, layers, 1))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(zip + ": " + fact);
    }
}
