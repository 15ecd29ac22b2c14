package dev.undertone.modelstore.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.TensorType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTests {

    @TempDir
    Path folder;

    @Test
    void headerNamesTensorsWithTypeAndShape() throws IOException {
        Path file = file(
                "{\"x\":{\"dtype\":\"I16\",\"shape\":[1,2],\"data_offsets\":[4,8]},"
                        + "\"__metadata__\":{\"made by\":\"hand\"},"
                        + "\"y\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4],\"note\":[{}]}}  ",
                8);

        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            assertThat(weights.tensors())
                    .containsExactly(
                            new TensorInfo("y", TensorType.F32, List.of()),
                            new TensorInfo("x", TensorType.I16, List.of(1L, 2L)));
            assertThat(weights.floats("x")).containsExactly(0x0504, 0x0706);
        }
    }

    @Test
    void fileWithoutTensorsIsSound() throws IOException {
        try (SafetensorsFile weights = SafetensorsFile.open(file("{}", 0))) {
            assertThat(weights.tensors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            {"x":{"dtype":"F8","shape":[2],"data_offsets":[0,8]}} | tensor x has the unknown dtype F8
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}} | tensor x of shape [2] and type F32 needs 8 bytes, its data_offsets give 16
            {"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}} | tensor x ends at byte 12 of the data, which has 8
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | has 4 bytes after the last tensor that belong to none
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | tensor x starts at byte 4, leaving a hole after 0
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}} | tensor x has data_offsets [8, 0], expected a begin and an end
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}} | tensor x has data_offsets [-8, 0], expected a begin and an end
            {"x":{"dtype":"F32","shape":[2],"data_offsets":[0]}} | tensor x has data_offsets [0], expected a begin and an end
            {"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}} | tensor x has the impossible shape [-2]
            {"x":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}} | tensor x has the impossible shape [4611686018427387904, 4]
            {"x":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,8]}} | tensor x has the impossible shape [4611686018427387904]
            {"x":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}} | the shape of tensor x has more than 8 numbers
            {"x":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}} | each number in the shape of tensor x is VALUE_NUMBER_FLOAT, expected VALUE_NUMBER_INT
            {"x":{"dtype":"F32","shape":2,"data_offsets":[0,8]}} | the shape of tensor x is VALUE_NUMBER_INT, expected START_ARRAY
            {"x":{"dtype":7,"shape":[2],"data_offsets":[0,8]}} | the dtype of tensor x is VALUE_NUMBER_INT, expected VALUE_STRING
            {"x":{"dtype":"F32","data_offsets":[0,8]}} | tensor x lacks dtype, shape or data_offsets
            {"x":[]} | tensor x is START_ARRAY, expected START_OBJECT
            [] | the header is START_ARRAY, expected START_OBJECT
            {} {} | has something after the JSON object of its header
            {"__metadata__":{"format":1}} | each entry of __metadata__ is VALUE_NUMBER_INT, expected VALUE_STRING
            {"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | tensor y starts at byte 0, inside the tensor before it, which ends at 4
            """)
    void headerThatDoesNotHoldIsRefusedWithTheFact(String header, String fact) throws IOException {
        Path file = file(header, 8);

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(file + ": " + fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},\"x\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}",
                "{\"x\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":{\"a\":\"b\",\"a\":\"b\"},\"x\":{\"dtype\":\"U8\",\"shape\":[8],\"data_offsets\":[0,8]}}"
            })
    void keyThatStandsTwiceIsRefused(String header) throws IOException {
        Path file = file(header, 8);

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("Duplicate");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 0, 1, 3, 1000, 1L << 40, Long.MAX_VALUE})
    void headerLengthThatLiesIsRefused(long length) throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(10)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .put((byte) '{')
                        .put((byte) '}')
                        .array());

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessage(
                        file + ": says its header has " + Long.toUnsignedString(length) + " bytes, the file has 10");
    }

    @Test
    void hugeHeaderIsNotReadEvenIfItIsThere() throws IOException {
        Path file = folder.resolve("model.safetensors");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
            sparse.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(1L << 31)
                    .array());
        }

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("says its header has 2147483648 bytes, at most 16777216 are read");
    }

    @Test
    void tensorBehindTheFirstTwoGigabytesIsRead() throws IOException {
        long early = 1L << 30;
        String header = "{\"a\":{\"dtype\":\"U8\",\"shape\":[%1$d],\"data_offsets\":[0,%1$d]},".formatted(early)
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[%1$d],\"data_offsets\":[%1$d,%2$d]},".formatted(early, 2 * early)
                + "\"c\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[%d,%d]}}"
                        .formatted(2 * early, 2 * early + 3);
        Path file = file(header, 0);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(Files.size(file) + 2 * early);
            sparse.write(new byte[] {7, 8, 9});
        }

        try (SafetensorsFile weights = SafetensorsFile.open(file)) {
            assertThat(weights.floats("c")).containsExactly(7, 8, 9);
        }
    }

    @Test
    void tensorThatNoBufferSpansIsRefused() throws IOException {
        long bytes = 1L << 31;
        Path file = file("{\"a\":{\"dtype\":\"U8\",\"shape\":[%1$d],\"data_offsets\":[0,%1$d]}}".formatted(bytes), 0);

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("tensor a has 2147483648 bytes, at most 2147483647 are read");
    }

    @Test
    void headerThatIsNotUtf8IsRefused() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(file, new byte[] {4, 0, 0, 0, 0, 0, 0, 0, '{', (byte) 0xc3, '(', '}'});

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("has a header that is not UTF-8");
    }

    @Test
    void fileOfAFewBytesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("model.safetensors"), new byte[7]);

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageEndingWith("has 7 bytes, too few for a safetensors file");
    }

    @Test
    void nameWithLineBreaksMakesOneLine() throws IOException {
        Path file = file("{\"a\\nb\\u2028\":{\"dtype\":\"F8\",\"shape\":[8],\"data_offsets\":[0,8]}}", 8);

        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .hasMessageEndingWith("tensor a?b? has the unknown dtype F8");
    }

    /** A file with this header and as many bytes of data, counting from 0. */
    private Path file(String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        for (int i = 0; i < dataBytes; i++) {
            bytes.put((byte) i);
        }
        return Files.write(folder.resolve("model.safetensors"), bytes.array());
    }
}
