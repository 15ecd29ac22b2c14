package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

class CheckpointTransferTests {

    private static final CheckpointId ONE = new CheckpointId("one");

    @TempDir
    Path elsewhere;

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource(names = {"F32", "F16", "BF16"})
    void huggingFaceFolderIsImportedAsItIs(TensorType type) throws IOException {
        Path source = elsewhere.resolve("source");
        new CheckpointWriter(source, new WeightsFormat(type, 1200), Map.of())
                .write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), TinyCheckpoint.weights());
        Files.delete(source.resolve("manifest.json"));
        Files.writeString(source.resolve("training_args.bin"), "a pickle");
        Files.createDirectories(source.resolve("runs"));

        Checkpoint imported = store().importFolder(source, ONE);

        assertThat(imported.folder()).isEqualTo(root.resolve("one"));
        assertThat(store().verify(ONE).files()).isPresent();
        assertThat(root.resolve("one/training_args.bin")).doesNotExist();
        try (Stream<Path> files = Files.list(source)) {
            List<Path> shards = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .toList();
            assertThat(shards).hasSizeGreaterThan(1);
            for (Path shard : shards) {
                assertThat(root.resolve("one").resolve(shard.getFileName())).hasSameBinaryContentAs(shard);
            }
        }
        assertThat(root.resolve("one/config.json")).hasSameTextualContentAs(source.resolve("config.json"));
    }

    @Test
    void folderWithOnlyAVocabularyIsImported() throws IOException {
        Path source = TinyCheckpoint.dropIn(elsewhere.resolve("source"));
        Files.delete(source.resolve("tokenizer.json"));
        Files.delete(source.resolve("special_tokens_map.json"));

        assertThat(store().importFolder(source, ONE).tokenizer()).isEqualTo(TinyCheckpoint.tokenizer());
    }

    @Test
    void brokenFolderIsNotImported() throws IOException {
        Path source = TinyCheckpoint.write(elsewhere.resolve("source"));
        Files.writeString(source.resolve("vocab.txt"), "changed");

        assertThatThrownBy(() -> store().importFolder(source, ONE))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("source/vocab.txt");
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void nameThatIsTakenIsNotImportedOver() {
        TinyCheckpoint.write(root.resolve("one"));
        Path source = TinyCheckpoint.write(elsewhere.resolve("source"));

        assertThatThrownBy(() -> store().importFolder(source, ONE))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(root.resolve("one") + ": is there already; choose another name or delete it first");
        assertThatThrownBy(() -> store().importBertBase(source, LayerSelection.parse("0"), 1, ONE))
                .hasMessageContaining("is there already");
    }

    @Test
    void exportIsAFolderThatImportsAgain() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        store().addTexts(ONE, Map.of("README.md", "# One\n"));
        Path target = elsewhere.resolve("exported");

        store().exportTo(ONE, target, WeightsFormat.SHIPPED);
        Checkpoint again = store().importFolder(target, new CheckpointId("again"));

        assertThat(again.config()).isEqualTo(TinyCheckpoint.CONFIG);
        assertThat(again.folder().resolve("README.md")).hasContent("# One\n");
        try (Weights weights = again.openWeights()) {
            assertThat(weights.find("classifier.bias").orElseThrow().type()).isEqualTo(TensorType.F16);
        }
    }

    @Test
    void exportDoesNotTouchAFolderThatIsThere() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        Path target = TinyCheckpoint.write(elsewhere.resolve("exported"));

        assertThatThrownBy(() -> store().exportTo(ONE, target, WeightsFormat.F32))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("is there already");
    }

    @Test
    void exportIntoAnEmptyFolderIsWritten() throws IOException {
        TinyCheckpoint.write(root.resolve("one"));
        Path target = Files.createDirectories(elsewhere.resolve("empty"));

        store().exportTo(ONE, target, WeightsFormat.F32);

        assertThat(Checkpoint.open(target).config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    @Test
    void labelsInAnotherOrderAreExportedInOrderWithTheirRows() throws IOException {
        Path folder = TinyCheckpoint.dropIn(root.resolve("one"));
        JsonEdit.edit(
                folder.resolve("config.json"),
                root -> ((ObjectNode) root.path("id2label")).put("0", "joy").put("1", "sadness"));
        float[] bias = TinyCheckpoint.weights().floats("classifier.bias");

        store().exportTo(ONE, elsewhere.resolve("exported"), WeightsFormat.F32);

        try (Weights weights = Checkpoint.open(elsewhere.resolve("exported")).openWeights()) {
            assertThat(weights.floats("classifier.bias"))
                    .containsExactly(bias[1], bias[0], bias[2], bias[3], bias[4], bias[5]);
        }
        assertThat(Files.readString(elsewhere.resolve("exported/config.json"))).contains("\"0\" : \"sadness\"");
    }

    @Test
    void trainedWeightsAreSavedWithTheTokenizerOfTheirBase() {
        Checkpoint base = Checkpoint.open(TinyCheckpoint.write(root.resolve("base")));
        Weights trained = TinyCheckpoint.weights().put("classifier.bias", List.of(6L), 1, 2, 3, 4, 5, 6);

        Checkpoint saved = store().save(ONE, base, trained, WeightsFormat.SHIPPED);

        assertThat(saved.tokenizer()).isEqualTo(base.tokenizer());
        try (Weights weights = saved.openWeights()) {
            assertThat(weights.floats("classifier.bias")).containsExactly(1, 2, 3, 4, 5, 6);
        }
        assertThatThrownBy(() -> store().save(ONE, base, trained, WeightsFormat.SHIPPED))
                .hasMessageContaining("is there already");
    }

    private ModelStore store() {
        return new ModelStore(root);
    }
}
