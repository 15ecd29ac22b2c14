package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.modelstore.TinyCheckpoint.FloatWeights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckpointWriterTests {

    @TempDir
    Path store;

    @Test
    void folderHasTheFilesThatHuggingFaceLooksFor() throws IOException {
        Path folder = TinyCheckpoint.write(store.resolve("tiny"));

        assertThat(names(folder))
                .containsExactly(
                        "config.json",
                        "manifest.json",
                        "model.safetensors",
                        "special_tokens_map.json",
                        "tokenizer.json",
                        "tokenizer_config.json",
                        "vocab.txt");
        assertThat(Files.readString(folder.resolve("vocab.txt"))).isEqualTo(TinyCheckpoint.VOCABULARY);
    }

    @Test
    void configDescribesTheNetworkInHuggingFacesWords() throws IOException {
        Path folder = TinyCheckpoint.write(store.resolve("tiny"));

        JsonNode config = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("config.json")));
        assertThat(config).isEqualTo(JsonMapper.builder().build().readTree("""
                        {"activation":"gelu","architectures":["DistilBertForSequenceClassification"],
                         "attention_dropout":0.1,"dim":4,"dropout":0.1,"hidden_dim":6,
                         "id2label":{"0":"sadness","1":"joy","2":"love","3":"anger","4":"fear","5":"surprise"},
                         "initializer_range":0.02,
                         "label2id":{"sadness":0,"joy":1,"love":2,"anger":3,"fear":4,"surprise":5},
                         "max_position_embeddings":8,"model_type":"distilbert","n_heads":2,"n_layers":2,
                         "pad_token_id":0,"problem_type":"single_label_classification","qa_dropout":0.1,
                         "seq_classif_dropout":0.2,"sinusoidal_pos_embds":false,"tie_weights_":true,
                         "torch_dtype":"float32","vocab_size":12}
                        """));
    }

    @Test
    void crashWhileWritingLeavesNothingUnderTheName() throws IOException {
        Path folder = store.resolve("tiny");

        assertThatThrownBy(
                        () -> writer(folder).write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), new Crashing()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(names(store)).isEmpty();
    }

    @Test
    void crashWhileReplacingLeavesTheOlderCheckpoint() throws IOException {
        Path folder = TinyCheckpoint.write(store.resolve("tiny"));
        byte[] before = Files.readAllBytes(folder.resolve("manifest.json"));

        assertThatThrownBy(
                        () -> writer(folder).write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), new Crashing()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(names(store)).containsExactly("tiny");
        assertThat(folder.resolve("manifest.json")).hasBinaryContent(before);
    }

    @Test
    void whatAKilledProcessLeftBehindIsCleanedUp() throws IOException {
        Path half = Files.createDirectories(store.resolve(".tiny.writing"));
        Files.writeString(half.resolve("model.safetensors"), "half");
        Path old = Files.createDirectories(store.resolve(".tiny.replaced"));
        Files.writeString(old.resolve("manifest.json"), "{}");

        TinyCheckpoint.write(store.resolve("tiny"));

        assertThat(names(store)).containsExactly("tiny");
    }

    @Test
    void olderCheckpointIsReplacedAsAWhole() throws IOException {
        Path folder = store.resolve("tiny");
        new CheckpointWriter(folder, WeightsFormat.F32, Map.of("README.md", "# Older\n"))
                .write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), TinyCheckpoint.weights());

        TinyCheckpoint.write(folder);

        assertThat(folder.resolve("README.md")).doesNotExist();
        assertThat(names(store)).containsExactly("tiny");
    }

    @Test
    void folderThatWasNotWrittenThisWayIsNotReplaced() throws IOException {
        Path folder = Files.createDirectories(store.resolve("photos"));
        Files.writeString(folder.resolve("summer.txt"), "kept");

        assertThatThrownBy(() -> TinyCheckpoint.write(folder))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(folder + ": is there already and has no manifest.json, so it is not replaced");
        assertThat(names(store)).containsExactly("photos");
        assertThat(folder.resolve("summer.txt")).hasContent("kept");
    }

    @Test
    void weightsThatLackATensorAreNotWritten() {
        FloatWeights weights = TinyCheckpoint.weights().without("classifier.bias");

        assertThatThrownBy(() ->
                        writer(store.resolve("tiny")).write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), weights))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("the weights lack the tensor classifier.bias");
    }

    @Test
    void weightsThatAreNotFiniteAreNotWritten() {
        FloatWeights weights = TinyCheckpoint.weights().put("classifier.bias", List.of(6L), 0, 0, 0, Float.NaN, 0, 0);

        assertThatThrownBy(() ->
                        writer(store.resolve("tiny")).write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), weights))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("element 3 of tensor classifier.bias: NaN has no finite F32");
        assertThat(store.resolve("tiny")).doesNotExist();
    }

    @Test
    void tensorsThatTheNetworkDoesNotHaveAreLeftOut() {
        FloatWeights weights = TinyCheckpoint.weights().fill("optimizer.step", 1);
        writer(store.resolve("tiny")).write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), weights);

        try (Weights read = Checkpoint.open(store.resolve("tiny")).openWeights()) {
            assertThat(read.find("optimizer.step")).isEmpty();
            assertThat(read.tensors())
                    .hasSize(TinyCheckpoint.weights().tensors().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "/tmp/x", "config.json", "model.safetensors", ".hidden", "a/b", ""})
    void extraFileCannotLeaveTheFolderOrTakeAPlaceThatIsTaken(String name) {
        CheckpointWriter writer = new CheckpointWriter(store.resolve("tiny"), WeightsFormat.F32, Map.of(name, "text"));

        assertThatThrownBy(
                        () -> writer.write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), TinyCheckpoint.weights()))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("\"" + name + "\" cannot be added to a checkpoint");
    }

    private static CheckpointWriter writer(Path folder) {
        return new CheckpointWriter(folder, WeightsFormat.F32, Map.of());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Whole weights that fail when the last layer is read. */
    private static final class Crashing implements Weights {

        private final Weights whole = TinyCheckpoint.weights();

        @Override
        public List<TensorInfo> tensors() {
            return whole.tensors();
        }

        @Override
        public Optional<TensorInfo> find(String name) {
            return whole.find(name);
        }

        @Override
        public ByteBuffer read(String name) {
            if (name.equals("pre_classifier.weight")) {
                throw new IllegalStateException("out of memory, say");
            }
            return whole.read(name);
        }

        @Override
        public void close() {}
    }
}
