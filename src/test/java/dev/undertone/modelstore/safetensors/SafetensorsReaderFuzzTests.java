package dev.undertone.modelstore.safetensors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.safetensors.SafetensorsHeader.Slot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;

/**
 * Feeds anything to the reader; with {@code JAZZER_FUZZ=1} for a minute, otherwise the inputs kept in the resources.
 */
class SafetensorsReaderFuzzTests {

    /**
     * The first byte chooses whether the rest is a file or only the header of one, so that the length does not hide it.
     */
    @FuzzTest(maxDuration = "1m")
    void anyBytesGiveAHeaderThatHoldsOrOneFact(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        byte[] file = input[0] >= 0 ? rest : withLength(rest, input[0] & 0x7f);
        try {
            SafetensorsHeader header =
                    SafetensorsHeader.read("fuzz", Channels.newChannel(new ByteArrayInputStream(file)), file.length);
            requireCovered(header, file.length);
        } catch (CheckpointRefused fact) {
            if (!fact.file().equals("fuzz")
                    || String.valueOf(fact.getMessage()).lines().count() != 1) {
                throw new IllegalStateException("not one line about the file: " + fact.getMessage(), fact);
            }
        }
    }

    private static byte[] withLength(byte[] header, int dataBytes) {
        return ByteBuffer.allocate(Long.BYTES + header.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    private static void requireCovered(SafetensorsHeader header, long size) {
        long at = header.dataStart();
        for (Slot slot : header.slots().values()) {
            if (header.dataStart() + slot.begin() != at || slot.tensor().bytes() != slot.end() - slot.begin()) {
                throw new IllegalStateException("a gap before " + slot);
            }
            at = header.dataStart() + slot.end();
        }
        if (at != size) {
            throw new IllegalStateException("the tensors end at " + at + ", the file at " + size);
        }
    }
}
