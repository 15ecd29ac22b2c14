package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CheckpointFilesTests {

    @TempDir
    Path store;

    private Path folder;

    @BeforeEach
    void dropInAFolder() throws IOException {
        folder = TinyCheckpoint.dropIn(store.resolve("tiny"));
    }

    @Test
    void truncatedWeightsAreRefused() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));

        assertRefused("model.safetensors: tensor ");
    }

    @Test
    void folderWithoutWeightsIsRefused() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));

        assertRefused(": has neither model.safetensors nor model.safetensors.index.json");
    }

    @Test
    void symbolicLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path outside = Files.move(folder.resolve("model.safetensors"), store.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("model.safetensors"), outside);

        assertRefused("model.safetensors: is a symbolic link that leads out of the folder");
    }

    @Test
    void symbolicLinkWithinTheFolderIsFollowed() throws IOException {
        Files.move(folder.resolve("model.safetensors"), folder.resolve("blob"));
        Files.createSymbolicLink(folder.resolve("model.safetensors"), Path.of("blob"));

        assertThat(Checkpoint.open(folder).config()).isEqualTo(TinyCheckpoint.CONFIG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../elsewhere/model.safetensors", "/etc/passwd", "..", "", "a\\b", "a\0b"})
    void shardOutsideTheFolderIsRefused(String shard) throws IOException {
        Path elsewhere = Files.createDirectories(store.resolve("elsewhere"));
        Files.move(folder.resolve("model.safetensors"), elsewhere.resolve("model.safetensors"));
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{\"weight_map\":{}}");
        JsonEdit.edit(
                folder.resolve("model.safetensors.index.json"),
                root -> ((ObjectNode) root.path("weight_map")).put("classifier.bias", shard));

        assertRefused(": the name \"" + shard.replace('\0', '?') + "\" leads out of the folder or is no file name");
    }

    @Test
    void indexThatDoesNotMatchItsShardsIsRefused() throws IOException {
        Path sharded = store.resolve("sharded");
        new CheckpointWriter(sharded, new WeightsFormat(TensorType.F16, 3000), Map.of())
                .write(TinyCheckpoint.CONFIG, TinyCheckpoint.tokenizer(), TinyCheckpoint.weights());
        Path index = sharded.resolve("model.safetensors.index.json");
        String whole = Files.readString(index);
        assertThat(Checkpoint.open(sharded).config()).isEqualTo(TinyCheckpoint.CONFIG);

        JsonEdit.edit(index, root -> ((ObjectNode) root.path("weight_map")).remove("classifier.bias"));
        assertThatThrownBy(() -> Checkpoint.open(sharded))
                .hasMessageContaining(
                        "holds tensor classifier.bias, which model.safetensors.index.json places nowhere");

        Files.writeString(index, whole);
        JsonEdit.edit(index, root -> {
            ObjectNode map = (ObjectNode) root.path("weight_map");
            map.set("more", map.get("classifier.bias"));
        });
        assertThatThrownBy(() -> Checkpoint.open(sharded))
                .hasMessageEndingWith("lacks tensor more, which model.safetensors.index.json places there");

        Files.writeString(index, "{\"weight_map\":{\"x\":1}}");
        assertThatThrownBy(() -> Checkpoint.open(sharded))
                .hasMessageContaining("the weight_map entry of x is not a file name");

        Files.writeString(index, "{}");
        assertThatThrownBy(() -> Checkpoint.open(sharded)).hasMessageEndingWith("index.json: has no weight_map");
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
