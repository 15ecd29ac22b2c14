package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class MatricesTests {

    /** More rows than one block, the last of which is not full. */
    @Test
    void aProductIsWhatIsCalculatedByHand() {
        int rows = 21;
        int inner = 5;
        int columns = 3;
        float[] left = drawn(rows * inner, 1);
        float[] right = drawn(inner * columns, 2);

        float[][] product = Matrices.rows(drawn(rows * columns, 3), columns);

        Matrices.multiply(Matrices.rows(left, inner), Matrices.rows(right, columns), product);

        assertThat(product).hasDimensions(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float sum = 0;
                for (int i = 0; i < inner; i++) {
                    sum += left[row * inner + i] * right[i * columns + column];
                }
                assertThat(product[row][column]).isEqualTo(sum);
            }
        }
    }

    private static float[] drawn(int count, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextInt(-50, 50);
        }
        return numbers;
    }
}
