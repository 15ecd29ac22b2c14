package dev.undertone.modelstore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** An element type of a safetensors file; the constant's name is the name in the header. */
public enum TensorType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U8(1),
    BOOL(1);

    private final int bytes;

    TensorType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Finds the type with this name in a safetensors header. */
    public static Optional<TensorType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** Whether elements are floating point numbers. */
    public boolean isFloatingPoint() {
        return switch (this) {
            case F64, F32, F16, BF16 -> true;
            case I64, I32, I16, I8, U8, BOOL -> false;
        };
    }

    /**
     * The element that starts at this byte of a little-endian buffer, as float; only F64, I64 and I32 can lose digits.
     *
     * @throws IndexOutOfBoundsException if the element does not lie wholly in the buffer
     */
    public float get(ByteBuffer elements, int offset) {
        return switch (this) {
            case F64 -> (float) elements.getDouble(offset);
            case F32 -> elements.getFloat(offset);
            case F16 -> HalfPrecision.fromF16(elements.getShort(offset));
            case BF16 -> HalfPrecision.fromBf16(elements.getShort(offset));
            case I64 -> elements.getLong(offset);
            case I32 -> elements.getInt(offset);
            case I16 -> elements.getShort(offset);
            case I8 -> elements.get(offset);
            case U8, BOOL -> elements.get(offset) & 0xff;
        };
    }

    /**
     * Whether the element that starts at this byte is a number that {@link #get} gives finite.
     *
     * <p>Looks at the exponent alone: every start asks this of each number of a checkpoint, and to convert them all
     * took more than a second of it.
     */
    boolean isFinite(ByteBuffer elements, int offset) {
        return switch (this) {
            case F64 -> Float.isFinite(get(elements, offset));
            case F32 -> isBelow(HalfPrecision.FLOAT_INFINITY, elements.getInt(offset));
            case F16 -> isBelow(HalfPrecision.F16_INFINITY, elements.getShort(offset));
            case BF16 -> isBelow(HalfPrecision.BF16_INFINITY, elements.getShort(offset));
            case I64, I32, I16, I8, U8, BOOL -> true;
        };
    }

    /** The exponent of infinity is all ones, and only it and those that are no numbers have it. */
    private static boolean isBelow(int infinity, int bits) {
        return (bits & infinity) != infinity;
    }

    /**
     * Appends a number to a little-endian buffer, rounded to the nearest of this floating point type, ties to even.
     *
     * @throws ArithmeticException if the number is not finite, or would become infinite by rounding
     * @throws UnsupportedOperationException if this is an integer type
     */
    public void put(ByteBuffer elements, float value) {
        switch (this) {
            case F64 -> elements.putDouble(value);
            case F32 -> elements.putFloat(value);
            case F16 -> elements.putShort(HalfPrecision.toF16(value));
            case BF16 -> elements.putShort(HalfPrecision.toBf16(value));
            case I64, I32, I16, I8, U8, BOOL ->
                throw new UnsupportedOperationException("numbers are stored as a floating point type, not as " + this);
        }
        if (!isFinite(elements, elements.position() - bytes)) {
            throw new ArithmeticException(value + " has no finite " + this);
        }
    }
}
