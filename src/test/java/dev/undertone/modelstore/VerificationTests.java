package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class VerificationTests {

    private static final CheckpointId ONE = new CheckpointId("one");

    @TempDir
    Path root;

    private Path folder;

    @BeforeEach
    void writeCheckpoint() {
        folder = TinyCheckpoint.write(root.resolve("one"));
    }

    @Test
    void flippedByteInAnyFileIsRefusedByItsName() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                byte[] whole = Files.readAllBytes(file);
                for (int at : new int[] {0, whole.length / 2, whole.length - 1}) {
                    byte[] flipped = whole.clone();
                    flipped[at] ^= 4;
                    Files.write(file, flipped);
                    assertThatThrownBy(this::verify)
                            .isInstanceOf(CheckpointRefused.class)
                            .hasMessageStartingWith(folder.toString());
                }
                Files.write(file, whole);
            }
        }
        verify();
    }

    @Test
    void changedFileIsNamedWithBothDigests() throws IOException {
        Files.writeString(folder.resolve("vocab.txt"), TinyCheckpoint.VOCABULARY.replace("sad", "mad"));

        assertThatThrownBy(this::verify)
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageMatching(".*/vocab.txt: has the SHA-256 [0-9a-f]{64}, the manifest says [0-9a-f]{64}");
    }

    @Test
    void fileOfAnotherSizeIsRefused() throws IOException {
        Files.writeString(folder.resolve("vocab.txt"), "more", StandardOpenOption.APPEND);

        assertRefused("vocab.txt: has 60 bytes, the manifest says 56");
    }

    @Test
    void missingFileIsRefused() throws IOException {
        Files.delete(folder.resolve("special_tokens_map.json"));

        assertRefused("special_tokens_map.json: is missing");
    }

    @Test
    void fileThatCameLaterIsRefused() throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{}");

        assertRefused("model.safetensors.index.json: is not in the manifest");
    }

    @Test
    void hiddenFilesDoNotMatter() throws IOException {
        Files.writeString(folder.resolve(".DS_Store"), "left by a file browser");

        assertThat(verify().files()).hasValue(6);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void numberThatIsNotFiniteIsRefused(float number) throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        Path file = folder.resolve("model.safetensors");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, number);
            channel.write(bytes, channel.size() - 8);
        }

        assertRefused("one: element 4 of tensor classifier.bias is " + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calibration.json", "lexicon.txt"})
    void whatCannotBeReadBesideTheWeightsIsRefusedByItsName(String file) throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        Files.writeString(folder.resolve(file), "not what it should be");

        assertRefused("one/" + file + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "/etc/passwd", "sub/file"})
    void manifestThatLeadsOutOfTheFolderIsRefused(String name) throws IOException {
        JsonEdit.edit(
                folder.resolve("manifest.json"),
                root -> ((ObjectNode) root.path("files").path(0)).put("name", name));

        assertRefused("one: the name \"" + name + "\" leads out of the folder or is no file name");
    }

    @Test
    void brokenManifestIsRefused() throws IOException {
        JsonEdit.edit(
                folder.resolve("manifest.json"),
                root -> ((ObjectNode) root.path("files").path(0)).put("sha256", "AB"));
        assertRefused("manifest.json: the entry {\"name\":\"config.json\"");

        JsonEdit.edit(folder.resolve("manifest.json"), root -> root.putArray("files"));
        assertRefused("manifest.json: names no files");
    }

    private Verification verify() {
        return new ModelStore(root).verify(ONE);
    }

    private void assertRefused(String fact) {
        assertThatThrownBy(this::verify)
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageStartingWith(root + "/")
                .hasMessageContaining(fact);
    }
}
