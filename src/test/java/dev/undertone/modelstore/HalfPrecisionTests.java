package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfPrecisionTests {

    private static final int PATTERNS = 1 << 16;

    @ParameterizedTest
    @CsvSource({
        "0x0000, 0",
        "0x0001, 0x1p-24",
        "0x03ff, 0x3ffp-24",
        "0x0400, 0x1p-14",
        "0x3555, 0x1.554p-2",
        "0x3c00, 1",
        "0xc000, -2",
        "0x7bff, 65504",
        "0x7c00, Infinity",
        "0xfc00, -Infinity"
    })
    void f16PatternsMeanWhatTheStandardSays(String pattern, String value) {
        assertThat(HalfPrecision.fromF16((short) (int) Integer.decode(pattern)))
                .isEqualTo(Float.parseFloat(value + floatSuffix(value)));
    }

    private static String floatSuffix(String value) {
        return value.startsWith("0x") ? "f" : "";
    }

    @Test
    void everyF16SurvivesTheWayThroughFloat() {
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            float value = HalfPrecision.fromF16((short) pattern);
            if (!Float.isNaN(value)) {
                assertThat(HalfPrecision.toF16(value)).isEqualTo((short) pattern);
            }
        }
    }

    @Test
    void everyBf16SurvivesTheWayThroughFloat() {
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            float value = HalfPrecision.fromBf16((short) pattern);
            if (!Float.isNaN(value)) {
                assertThat(HalfPrecision.toBf16(value)).isEqualTo((short) pattern);
            }
        }
    }

    @Test
    void halfWayBetweenTwoF16GoesToTheEvenOne() {
        for (int pattern = 0; pattern < 0x7bff; pattern++) {
            float middle = (HalfPrecision.fromF16((short) pattern) + HalfPrecision.fromF16((short) (pattern + 1))) / 2;
            int even = pattern + (pattern & 1);
            assertThat(HalfPrecision.toF16(middle)).isEqualTo((short) even);
            assertThat(HalfPrecision.toF16(Math.nextDown(middle))).isEqualTo((short) pattern);
            assertThat(HalfPrecision.toF16(Math.nextUp(middle))).isEqualTo((short) (pattern + 1));
        }
    }

    @Test
    void halfWayBetweenTwoBf16GoesToTheEvenOne() {
        for (int pattern = 0; pattern < 0x7f7f; pattern++) {
            float middle = Float.intBitsToFloat((pattern << 16) | 0x8000);
            int even = pattern + (pattern & 1);
            assertThat(HalfPrecision.toBf16(middle)).isEqualTo((short) even);
            assertThat(HalfPrecision.toBf16(Math.nextDown(middle))).isEqualTo((short) pattern);
            assertThat(HalfPrecision.toBf16(Math.nextUp(middle))).isEqualTo((short) (pattern + 1));
        }
    }

    @Test
    void roundingIsTheSameOnBothSidesOfZero() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(12) - 8));
            assertThat(HalfPrecision.toF16(-value)).isEqualTo((short) (HalfPrecision.toF16(value) ^ 0x8000));
            assertThat(HalfPrecision.toBf16(-value)).isEqualTo((short) (HalfPrecision.toBf16(value) ^ 0x8000));
        }
    }

    @Test
    void nanStaysNan() {
        float barelyNan = Float.intBitsToFloat(0x7f800001);

        assertThat(HalfPrecision.fromF16(HalfPrecision.toF16(barelyNan))).isNaN();
        assertThat(HalfPrecision.fromBf16(HalfPrecision.toBf16(barelyNan))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(floats = {65520, -70000, Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN})
    void numberThatHasNoFiniteF16IsNotStored(float value) {
        assertThatThrownBy(() -> TensorType.F16.put(buffer(), value))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(value + " has no finite F16");
    }

    @Test
    void largestF16IsStored() {
        ByteBuffer buffer = buffer();
        TensorType.F16.put(buffer, 65519);

        assertThat(TensorType.F16.get(buffer, 0)).isEqualTo(65504);
    }

    @Test
    void largestFloatRoundsToNoFiniteBf16() {
        assertThatThrownBy(() -> TensorType.BF16.put(buffer(), Float.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @EnumSource
    void negativeOneIsReadFromEveryTypeThatHasIt(TensorType type) {
        ByteBuffer buffer = buffer();
        switch (type) {
            case F64, F32, F16, BF16 -> type.put(buffer, -1);
            case I64, I32, I16, I8 -> buffer.putLong(-1);
            case U8, BOOL -> buffer.put((byte) 255);
        }
        float expected = type == TensorType.U8 || type == TensorType.BOOL ? 255 : -1;
        assertThat(type.get(buffer, 0)).isEqualTo(expected);
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    }
}
