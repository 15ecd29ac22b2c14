package dev.undertone.modelstore.bertbase;

import java.nio.ByteBuffer;

/** The variable-length numbers that LevelDB and protocol buffers share; a cursor over little-endian bytes. */
final class Wire {

    private final ByteBuffer bytes;

    Wire(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    /**
     * The next number, seven bits a byte, lowest first.
     *
     * @throws IllegalArgumentException if it does not end within ten bytes
     */
    long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number does not end");
    }

    /**
     * The next number where it counts or places bytes in this buffer or another in memory.
     *
     * @throws IllegalArgumentException if it is no non-negative int
     */
    int size() {
        long value = varint();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a size of " + value);
        }
        return (int) value;
    }

    /** The next four bytes. */
    int fixed32() {
        return bytes.getInt();
    }

    /** The next bytes. */
    byte[] take(int count) {
        if (count > bytes.remaining()) {
            throw new IllegalArgumentException(count + " bytes where " + bytes.remaining() + " are left");
        }
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    /** The next bytes, preceded by their number. */
    byte[] lengthPrefixed() {
        return take(size());
    }

    /** Passes over a protocol buffer field whose tag ended in this wire type. */
    void skip(int wireType) {
        switch (wireType) {
            case 0 -> varint();
            case 1 -> take(Long.BYTES);
            case 2 -> lengthPrefixed();
            case 5 -> take(Integer.BYTES);
            default -> throw new IllegalArgumentException("wire type " + wireType);
        }
    }
}
