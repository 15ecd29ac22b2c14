package dev.undertone.modelstore.bertbase;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a TensorFlow bundle keeps one tensor: the message {@code BundleEntryProto}.
 *
 * @param dataType TensorFlow's number of the element type; 1 is float
 * @param shape the dimensions, outermost first
 * @param shard the number of the data file
 * @param offset the first byte in the data file
 * @param size the number of bytes
 * @param checksum the masked CRC-32C of the bytes
 */
record BundleEntry(long dataType, List<Long> shape, long shard, long offset, long size, int checksum) {

    /** TensorFlow's number for 32-bit floats. */
    static final long FLOAT = 1;

    BundleEntry {
        shape = List.copyOf(shape);
    }

    /**
     * Reads the message.
     *
     * @throws IllegalArgumentException if it is none
     */
    static BundleEntry parse(byte[] message) {
        Wire wire = new Wire(ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN));
        long dataType = 0;
        List<Long> shape = List.of();
        long shard = 0;
        long offset = 0;
        long size = 0;
        int checksum = 0;
        while (wire.hasMore()) {
            int tag = wire.size();
            switch (tag) {
                case 1 << 3 -> dataType = wire.varint();
                case 2 << 3 | 2 -> shape = dimensions(wire.lengthPrefixed());
                case 3 << 3 -> shard = wire.varint();
                case 4 << 3 -> offset = wire.varint();
                case 5 << 3 -> size = wire.varint();
                case 6 << 3 | 5 -> checksum = wire.fixed32();
                default -> wire.skip(tag & 7);
            }
        }
        return new BundleEntry(dataType, shape, shard, offset, size, checksum);
    }

    /** The sizes in a {@code TensorShapeProto}: field 2, repeated, each a message whose field 1 is the size. */
    private static List<Long> dimensions(byte[] message) {
        Wire wire = new Wire(ByteBuffer.wrap(message));
        List<Long> dimensions = new ArrayList<>();
        while (wire.hasMore()) {
            int tag = wire.size();
            if (tag != (2 << 3 | 2)) {
                wire.skip(tag & 7);
                continue;
            }
            Wire dimension = new Wire(ByteBuffer.wrap(wire.lengthPrefixed()));
            long size = 0;
            while (dimension.hasMore()) {
                int field = dimension.size();
                if (field == 1 << 3) {
                    size = dimension.varint();
                } else {
                    dimension.skip(field & 7);
                }
            }
            dimensions.add(size);
        }
        return dimensions;
    }
}
