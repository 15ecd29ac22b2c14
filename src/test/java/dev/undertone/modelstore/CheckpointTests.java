package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CheckpointTests {

    @TempDir
    Path store;

    private Path folder;

    @BeforeEach
    void dropInAFolder() throws IOException {
        folder = TinyCheckpoint.dropIn(store.resolve("tiny"));
    }

    @Test
    void folderWithoutAManifestIsUsed() {
        Checkpoint checkpoint = Checkpoint.open(folder);

        assertThat(checkpoint.id()).isEqualTo(new CheckpointId("tiny"));
        assertThat(checkpoint.config()).isEqualTo(TinyCheckpoint.CONFIG);
        assertThat(checkpoint.tokenizer()).isEqualTo(TinyCheckpoint.tokenizer());
        try (Weights weights = checkpoint.openWeights()) {
            assertThat(weights.floats("classifier.weight"))
                    .isEqualTo(TinyCheckpoint.weights().floats("classifier.weight"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model_type",
                "architectures",
                "vocab_size",
                "max_position_embeddings",
                "n_layers",
                "dim",
                "n_heads",
                "hidden_dim"
            })
    void configWithoutAFieldIsRefusedByItsName(String field) throws IOException {
        config(root -> root.remove(field));

        assertRefused("config.json: " + field + " is ");
    }

    @Test
    void otherArchitectureIsRefused() throws IOException {
        config(root -> root.putArray("architectures").add("DistilBertForMaskedLM"));

        assertRefused("config.json: architectures is [\"DistilBertForMaskedLM\"], expected "
                + "[\"DistilBertForSequenceClassification\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "model_type, bert, distilbert",
        "activation, relu, gelu",
        "problem_type, multi_label_classification, single_label_classification"
    })
    void networkThatComputesSomethingElseIsRefused(String field, String value, String expected) throws IOException {
        config(root -> root.put(field, value));

        assertRefused("config.json: " + field + " is \"" + value + "\", expected \"" + expected + "\"");
    }

    @Test
    void sizesThatNoNetworkHasAreRefused() throws IOException {
        config(root -> root.put("n_heads", 3));
        assertRefused("config.json: dim 4 cannot be divided among n_heads 3");

        config(root -> root.put("n_heads", "two"));
        assertRefused("config.json: n_heads is \"two\", expected a whole number");

        config(root -> root.put("n_heads", 2).put("n_layers", 2_000_000_000));
        assertRefused("config.json: n_layers is 2000000000, at most 100 are read");
    }

    @Test
    void missingTensorIsNamed() throws IOException {
        config(root -> root.put("n_layers", 3));

        assertRefused(": the weights lack the tensor distilbert.transformer.layer.2.attention.q_lin.weight");
    }

    @Test
    void tensorOfAnotherShapeIsNamed() throws IOException {
        config(root -> root.put("hidden_dim", 7));

        assertRefused(": tensor distilbert.transformer.layer.0.ffn.lin1.weight has the shape [6, 4], "
                + "config.json needs [7, 4]");
    }

    @Test
    void tensorOfWholeNumbersIsRefused() throws IOException {
        Path file = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        String header = new String(bytes, StandardCharsets.ISO_8859_1);
        Files.writeString(file, header.replaceFirst("\"F32\"", "\"I32\""), StandardCharsets.ISO_8859_1);

        assertRefused(
                ": tensor distilbert.embeddings.word_embeddings.weight has the type I32, expected F32, F16 or BF16");
    }

    @Test
    void brokenJsonIsRefusedInOneLine() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\n\"dim\": 4,\n\"dim\": 4}");
        assertRefused("config.json: is not valid JSON: Duplicate");

        Files.writeString(folder.resolve("config.json"), "[]");
        assertRefused("config.json: is not a JSON object");

        Files.write(folder.resolve("config.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertRefused("config.json: is not UTF-8");

        Files.delete(folder.resolve("config.json"));
        assertRefused("config.json: is missing");
    }

    @Test
    void folderWhoseNameIsNoIdIsRefused() throws IOException {
        Path odd = TinyCheckpoint.dropIn(store.resolve("my model"));

        assertThatThrownBy(() -> Checkpoint.open(odd))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(odd + ": checkpoint id \"my model\" must be");
    }

    private void config(Consumer<ObjectNode> change) throws IOException {
        JsonEdit.edit(folder.resolve("config.json"), change);
    }

    private void assertRefused(String fact) {
        assertThatThrownBy(() -> Checkpoint.open(folder))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(folder.toString())
                .hasMessageContaining(fact)
                .message()
                .hasLineCount(1);
    }
}
