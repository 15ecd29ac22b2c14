package dev.undertone.modelstore.safetensors;

import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file says about its contents, checked against the size of the file.
 *
 * @param dataStart where the bytes of the tensors start in the file
 * @param slots where each tensor lies, by name, in the order of their bytes
 */
record SafetensorsHeader(long dataStart, Map<String, Slot> slots) {

    private static final int LENGTH_BYTES = Long.BYTES;
    /** A DistilBERT needs 10 kB; the limit keeps a lying file from filling the heap. */
    private static final long LONGEST = 16L << 20;

    SafetensorsHeader {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    /**
     * The place of one tensor.
     *
     * @param tensor name, type and shape
     * @param begin first byte, counted from the start of the data
     * @param end one past the last byte
     */
    record Slot(TensorInfo tensor, long begin, long end) {}

    /**
     * Reads and checks the header at the start of a file.
     *
     * @param file the name for messages
     * @param channel positioned at the start
     * @param size the size of the file in bytes
     * @throws CheckpointRefused if anything in it does not hold
     */
    static SafetensorsHeader read(String file, ReadableByteChannel channel, long size) throws IOException {
        if (size < LENGTH_BYTES) {
            throw new CheckpointRefused(file, "has " + size + " bytes, too few for a safetensors file");
        }
        long length = fill(file, channel, LENGTH_BYTES).getLong();
        if (length < 2 || length > size - LENGTH_BYTES) {
            throw new CheckpointRefused(
                    file, "says its header has " + Long.toUnsignedString(length) + " bytes, the file has " + size);
        }
        if (length > LONGEST) {
            throw new CheckpointRefused(
                    file, "says its header has " + length + " bytes, at most " + LONGEST + " are read");
        }
        String json = decode(file, fill(file, channel, (int) length));
        Map<String, Slot> slots = new HeaderJson(file).parse(json);
        long dataStart = LENGTH_BYTES + length;
        return new SafetensorsHeader(dataStart, inOrder(file, slots, size - dataStart));
    }

    private static ByteBuffer fill(String file, ReadableByteChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new CheckpointRefused(file, "ends within its header");
            }
        }
        return buffer.flip();
    }

    private static String decode(String file, ByteBuffer header) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(header).toString();
        } catch (CharacterCodingException e) {
            throw new CheckpointRefused(file, "has a header that is not UTF-8");
        }
    }

    /** The slots by position, which must cover the data without overlap, hole or rest. */
    private static Map<String, Slot> inOrder(String file, Map<String, Slot> slots, long dataBytes) {
        List<Slot> sorted = slots.values().stream()
                .sorted(Comparator.comparingLong(Slot::begin).thenComparingLong(Slot::end))
                .toList();
        Map<String, Slot> ordered = new LinkedHashMap<>();
        long covered = 0;
        for (Slot slot : sorted) {
            String name = slot.tensor().name();
            if (slot.end() > dataBytes) {
                throw new CheckpointRefused(
                        file,
                        "tensor " + name + " ends at byte " + slot.end() + " of the data, which has " + dataBytes);
            }
            if (slot.begin() != covered) {
                throw new CheckpointRefused(
                        file,
                        "tensor " + name + " starts at byte " + slot.begin()
                                + (slot.begin() < covered
                                        ? ", inside the tensor before it, which ends at "
                                        : ", leaving a hole after ")
                                + covered);
            }
            covered = slot.end();
            ordered.put(name, slot);
        }
        if (covered != dataBytes) {
            throw new CheckpointRefused(
                    file, "has " + (dataBytes - covered) + " bytes after the last tensor that belong to none");
        }
        return ordered;
    }
}
