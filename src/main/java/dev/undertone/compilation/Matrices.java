package dev.undertone.compilation;

/** Arithmetic on matrices that lie row by row in an array. */
final class Matrices {

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
}
