package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.modelstore.TinyCheckpoint.FloatWeights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class WeightsFolderTests {

    @TempDir
    Path folder;

    private static final FloatWeights THREE = new FloatWeights()
            .put("a", List.of(2L, 2L), 1, -2, 0.5f, 0.1f)
            .put("b", List.of(3L), 3, 4, 5)
            .put("c", List.of(), 7)
            .put("none", List.of(0L, 5L));

    @Test
    void fullPrecisionComesBackBitForBit() {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);

        try (Weights read = WeightsFolder.open(folder)) {
            assertThat(read.tensors()).containsExactlyInAnyOrderElementsOf(THREE.tensors());
            for (TensorInfo tensor : THREE.tensors()) {
                assertThat(read.floats(tensor.name())).isEqualTo(THREE.floats(tensor.name()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void halfPrecisionComesBackRounded(TensorType type) {
        WeightsFolder.write(folder, THREE, new WeightsFormat(type, 1000));

        float tenth = type == TensorType.F16 ? 0x1.998p-4f : 0x1.9ap-4f;
        try (Weights read = WeightsFolder.open(folder)) {
            assertThat(read.floats("a")).containsExactly(1, -2, 0.5f, tenth);
            assertThat(read.find("a").orElseThrow().type()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"F32", "F16", "BF16"})
    void weightsAreNotStoredInOtherTypes(TensorType type) {
        assertThatThrownBy(() -> new WeightsFormat(type, 1000))
                .hasMessageContaining("F32, F16 or BF16, not as " + type);
    }

    @Test
    void shardsStayBelowTheLimitAndCarryHuggingFaceNames() throws IOException {
        FloatWeights weights = new FloatWeights();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            weights.fill(name, 100);
        }

        WeightsFolder.write(folder, weights, new WeightsFormat(TensorType.F32, 1500));

        assertThat(names())
                .containsExactly(
                        "model-00001-of-00003.safetensors",
                        "model-00002-of-00003.safetensors",
                        "model-00003-of-00003.safetensors",
                        "model.safetensors.index.json");
        for (String name : names().subList(0, 3)) {
            assertThat(Files.size(folder.resolve(name))).isLessThanOrEqualTo(1500);
        }
        try (Weights read = WeightsFolder.open(folder)) {
            assertThat(read.floats("e")).isEqualTo(weights.floats("e"));
        }
    }

    @Test
    void tensorLargerThanAFileMayBeGetsAFileOfItsOwn() throws IOException {
        WeightsFolder.write(folder, THREE, new WeightsFormat(TensorType.F32, 1));

        assertThat(names()).hasSize(5);
        try (Weights read = WeightsFolder.open(folder)) {
            assertThat(read.floats("b")).containsExactly(3, 4, 5);
        }
    }

    @Test
    void oneFileNeedsNoIndex() throws IOException {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);

        assertThat(names()).containsExactly("model.safetensors");
    }

    @Test
    void fileSaysThatItFollowsPyTorchAndItsTensorsAreAligned() throws IOException {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);

        byte[] bytes = Files.readAllBytes(folder.resolve("model.safetensors"));
        int headerBytes = bytes[0] + (bytes[1] << 8);
        assertThat(headerBytes % 8).isZero();
        assertThat(new String(bytes, 8, headerBytes, StandardCharsets.UTF_8))
                .startsWith("{\"__metadata__\":{\"format\":\"pt\"},");
    }

    @Test
    void numberThatDoesNotFitIsRefusedByName() {
        FloatWeights large = new FloatWeights().put("large", List.of(2L), 1, 70_000);

        assertThatThrownBy(() -> WeightsFolder.write(folder, large, WeightsFormat.SHIPPED))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("model.safetensors: element 1 of tensor large: 70000.0 has no finite F16");
    }

    @Test
    void bufferEndsWhereTheTensorEndsAndCannotBeWritten() {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);

        try (Weights read = WeightsFolder.open(folder)) {
            ByteBuffer a = read.read("a");
            assertThat(a.isReadOnly()).isTrue();
            assertThat(a.remaining()).isEqualTo(16);
            assertThatThrownBy(() -> a.getFloat(16)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void bufferReadBeforeClosingStaysReadable() {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);
        ByteBuffer b;
        try (Weights read = WeightsFolder.open(folder)) {
            b = read.read("b");
        }
        assertThat(b.getFloat(8)).isEqualTo(5);
    }

    @Test
    void closedWeightsRefuseToRead() {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);
        Weights read = WeightsFolder.open(folder);
        read.close();

        assertThatThrownBy(() -> read.read("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void fileThatShrinksWhileOpenIsRefusedInsteadOfMapped() throws IOException {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);
        try (Weights read = WeightsFolder.open(folder)) {
            Path file = folder.resolve("model.safetensors");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(16);
            }
            assertThatThrownBy(() -> read.read("c"))
                    .isInstanceOf(CheckpointRefused.class)
                    .hasMessageEndingWith("model.safetensors: was cut short while it was open");
        }
    }

    @Test
    void unknownTensorIsNamed() {
        WeightsFolder.write(folder, THREE, WeightsFormat.F32);
        try (Weights read = WeightsFolder.open(folder)) {
            assertThatThrownBy(() -> read.read("zz"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("there is no tensor named zz");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
