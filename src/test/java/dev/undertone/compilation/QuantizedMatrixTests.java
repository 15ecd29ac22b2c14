package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuantizedMatrixTests {

    private static final int OUT = 5;
    private static final int IN = 40;

    @Test
    void everyWeightIsWithinHalfAStepOfWhatItWas() {
        float[] matrix = drawn(1);

        QuantizedMatrix quantized = QuantizedMatrix.of(matrix, OUT);

        for (int out = 0; out < OUT; out++) {
            float scale = quantized.scales()[out];
            for (int in = 0; in < IN; in++) {
                assertThat(quantized.numbers()[in * OUT + out] * scale)
                        .isCloseTo(matrix[out * IN + in], offset(scale * 0.501f));
            }
        }
    }

    @Test
    void eachOutputUsesTheWholeRange() {
        QuantizedMatrix quantized = QuantizedMatrix.of(drawn(2), OUT);

        for (int out = 0; out < OUT; out++) {
            int largest = 0;
            for (int in = 0; in < IN; in++) {
                largest = Math.max(largest, Math.abs(quantized.numbers()[in * OUT + out]));
            }
            assertThat(largest).isEqualTo(QuantizedMatrix.LARGEST);
        }
    }

    @Test
    void twoProductsFitTheSixteenBitsInWhichTheyAreAdded() {
        assertThat(255 * QuantizedMatrix.LARGEST * 2).isLessThanOrEqualTo(Short.MAX_VALUE);
    }

    private static float[] drawn(long seed) {
        Random random = new Random(seed);
        float[] matrix = new float[OUT * IN];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) random.nextGaussian() * (1 + i / IN);
        }
        return matrix;
    }
}
