package dev.undertone.modelstore.bertbase;

import dev.undertone.modelstore.CheckpointRefused;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * An uncompressed LevelDB table held in memory, as TensorFlow writes the index of a bundle: data blocks, an index block
 * that says where they are, and a footer that says where the index block is.
 */
final class LevelDbTable {

    private static final int FOOTER_BYTES = 48;
    private static final long MAGIC = 0xdb4775248b80fb57L;

    private final String file;
    private final ByteBuffer bytes;

    private LevelDbTable(String file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The entries of a table by key.
     *
     * @throws CheckpointRefused if the bytes are no such table or a checksum does not match
     */
    static Map<String, byte[]> read(String file, byte[] bytes) {
        try {
            return new LevelDbTable(file, bytes).entries();
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new CheckpointRefused(file, "is not a whole LevelDB table");
        }
    }

    /** The checksum of bytes, masked as LevelDB and TensorFlow store it. */
    static int maskedChecksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    }

    private Map<String, byte[]> entries() {
        if (bytes.getLong(bytes.limit() - Long.BYTES) != MAGIC) {
            throw new CheckpointRefused(file, "does not end as a LevelDB table does");
        }
        Wire footer = new Wire(slice(bytes.limit() - FOOTER_BYTES, FOOTER_BYTES));
        // The first handle is of the meta index, which an index of a bundle leaves empty.
        footer.varint();
        footer.varint();
        Map<String, byte[]> entries = new TreeMap<>();
        for (byte[] handle : entriesOf(block(footer)).values()) {
            entries.putAll(entriesOf(block(new Wire(ByteBuffer.wrap(handle)))));
        }
        return entries;
    }

    /** The block that a handle points to; one byte for the compression and the checksum follow it in the file. */
    private ByteBuffer block(Wire handle) {
        int offset = handle.size();
        int size = handle.size();
        if (bytes.get(offset + size) != 0) {
            throw new CheckpointRefused(file, "has a compressed block, which TensorFlow does not write");
        }
        if (maskedChecksum(slice(offset, size + 1)) != bytes.getInt(offset + size + 1)) {
            throw new CheckpointRefused(file, "has a block whose checksum does not match");
        }
        return slice(offset, size);
    }

    /** The entries of a block; each key is stored without what it shares with the key before it. */
    private static Map<String, byte[]> entriesOf(ByteBuffer block) {
        int restarts = block.getInt(block.limit() - Integer.BYTES);
        int end = Math.subtractExact(block.limit() - Integer.BYTES, Math.multiplyExact(restarts, Integer.BYTES));
        Wire wire = new Wire(block.limit(end));
        Map<String, byte[]> entries = new TreeMap<>();
        byte[] key = {};
        while (wire.hasMore()) {
            int shared = wire.size();
            int unshared = wire.size();
            int valueSize = wire.size();
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            next.write(key, 0, shared);
            next.writeBytes(wire.take(unshared));
            key = next.toByteArray();
            entries.put(new String(key, StandardCharsets.UTF_8), wire.take(valueSize));
        }
        return entries;
    }

    private ByteBuffer slice(int offset, int size) {
        return bytes.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
