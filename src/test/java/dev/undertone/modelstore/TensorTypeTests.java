package dev.undertone.modelstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTypeTests {

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void everyShortIsFiniteAsItsValueIs(TensorType type) {
        ByteBuffer element = elements(type);
        for (int bits = 0; bits <= 0xffff; bits++) {
            element.putShort(0, (short) bits);
            assertThat(type.isFinite(element, 0)).isEqualTo(Float.isFinite(type.get(element, 0)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                0,
                -0f,
                Float.MIN_VALUE,
                -Float.MAX_VALUE,
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY
            })
    void widerOnesAreFiniteAsTheirValueIs(float value) {
        ByteBuffer single = elements(TensorType.F32).putFloat(0, value);
        ByteBuffer twice = elements(TensorType.F64).putDouble(0, value);
        assertThat(TensorType.F32.isFinite(single, 0)).isEqualTo(Float.isFinite(value));
        assertThat(TensorType.F64.isFinite(twice, 0)).isEqualTo(Float.isFinite(value));
    }

    private static ByteBuffer elements(TensorType type) {
        return ByteBuffer.allocate(type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
