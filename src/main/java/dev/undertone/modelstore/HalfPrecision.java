package dev.undertone.modelstore;

/** The two 16-bit floating point formats, IEEE 754 binary16 (F16) and bfloat16 (BF16), to and from float. */
final class HalfPrecision {

    static final int F16_INFINITY = 0x7c00;
    static final int BF16_INFINITY = 0x7f80;
    static final int FLOAT_INFINITY = 0x7f800000;

    /** 2^-14, the smallest normal binary16, as float bits. */
    private static final int SMALLEST_NORMAL = 0x38800000;
    /** 65520, the smallest number that rounds to infinity, as float bits. */
    private static final int FIRST_TO_OVERFLOW = 0x477ff000;
    /** The difference of the exponent biases, 127 - 15. */
    private static final int BIAS = 112;

    private HalfPrecision() {}

    /** The exact value of a binary16. */
    static float fromF16(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >>> 10) & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int widened = exponent == 0x1f ? FLOAT_INFINITY : (exponent + BIAS) << 23;
        return Float.intBitsToFloat(sign | widened | (fraction << 13));
    }

    /** The nearest binary16, of two equally near the even one; infinity from 65520 on. */
    static short toF16(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = (bits >>> 16) & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > FLOAT_INFINITY) {
            return (short) (sign | F16_INFINITY | 0x200);
        }
        if (magnitude >= FIRST_TO_OVERFLOW) {
            return (short) (sign | F16_INFINITY);
        }
        if (magnitude < SMALLEST_NORMAL) {
            // Floats from 0.5 to 1 are 2^-24 apart, as subnormal halves are: the addition does the rounding.
            int rounded = Float.floatToRawIntBits(Float.intBitsToFloat(magnitude) + 0.5f) - 0x3f000000;
            return (short) (sign | rounded);
        }
        int rounded = magnitude + 0xfff + ((magnitude >>> 13) & 1) - (BIAS << 23);
        return (short) (sign | (rounded >>> 13));
    }

    /** The exact value of a bfloat16. */
    static float fromBf16(short half) {
        return Float.intBitsToFloat(half << 16);
    }

    /** The nearest bfloat16, of two equally near the even one. */
    static short toBf16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | 0x40);
        }
        return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
    }
}
