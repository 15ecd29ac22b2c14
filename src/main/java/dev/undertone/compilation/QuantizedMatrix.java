package dev.undertone.compilation;

/**
 * The weights of a linear layer as small whole numbers, with a scale for each output.
 *
 * <p>They stay within ±63: an input of 8 bits times a weight, added to a second such product, then fits the 16 bits in
 * which AVX2 adds them (255 · 63 · 2 = 32,130). Any larger weight would be cut off without a word.
 *
 * @param numbers of shape (in, out), as the engine multiplies from the left
 * @param scales of length out
 */
@SuppressWarnings("ArrayRecordComponent")
record QuantizedMatrix(byte[] numbers, float[] scales) {

    /** The largest number; 7 bits. */
    static final int LARGEST = 63;

    /**
     * Rounds weights.
     *
     * @param matrix of shape (out, in), row by row
     */
    static QuantizedMatrix of(float[] matrix, int out) {
        int in = matrix.length / out;
        byte[] numbers = new byte[matrix.length];
        float[] scales = new float[out];
        for (int row = 0; row < out; row++) {
            float largest = 0;
            for (int i = 0; i < in; i++) {
                largest = Math.max(largest, Math.abs(matrix[row * in + i]));
            }
            float scale = largest == 0 ? 1 : largest / LARGEST;
            scales[row] = scale;
            for (int i = 0; i < in; i++) {
                int number = Math.round(matrix[row * in + i] / scale);
                numbers[i * out + row] = (byte) number;
            }
        }
        return new QuantizedMatrix(numbers, scales);
    }
}
