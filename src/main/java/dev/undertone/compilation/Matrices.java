package dev.undertone.compilation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Arithmetic on matrices that lie row by row in an array. */
final class Matrices {

    /** Rows that are multiplied together, so that what they are multiplied with is read once for all of them. */
    private static final int BLOCK = 8;

    private Matrices() {}

    /** The matrix of shape (columns, rows). */
    static float[] transposed(float[] matrix, int rows, int columns) {
        float[] result = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result[column * rows + row] = matrix[row * columns + column];
            }
        }
        return result;
    }

    /** The largest absolute value of each column. */
    static float[] columnMaxima(float[] matrix, int columns) {
        float[] maxima = new float[columns];
        for (int i = 0; i < matrix.length; i++) {
            maxima[i % columns] = Math.max(maxima[i % columns], Math.abs(matrix[i]));
        }
        return maxima;
    }

    /** The rows of a matrix. */
    static float[][] rows(float[] matrix, int columns) {
        float[][] rows = new float[matrix.length / columns][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(matrix, row * columns, (row + 1) * columns));
        return rows;
    }

    /**
     * Multiplies two matrices, on all cores. Rows are arrays, as only then does Java's compiler use vector
     * instructions.
     *
     * @param left rows of shape (rows, inner)
     * @param right rows of shape (inner, columns)
     * @param product is overwritten with the rows of shape (rows, columns)
     */
    static void multiply(float[][] left, float[][] right, float[][] product) {
        IntStream.range(0, (left.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int start = block * BLOCK;
            int end = Math.min(left.length, start + BLOCK);
            for (int row = start; row < end; row++) {
                Arrays.fill(product[row], 0);
            }
            for (int next = 0; next < right.length; next++) {
                for (int row = start; row < end; row++) {
                    addMultiple(product[row], right[next], left[row][next]);
                }
            }
        });
    }

    private static void addMultiple(float[] sum, float[] row, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * row[i];
        }
    }
}
