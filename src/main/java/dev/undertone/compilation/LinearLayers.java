package dev.undertone.compilation;

import java.util.Optional;

/** Adds linear layers to a graph, in one arithmetic. */
interface LinearLayers {

    /**
     * Makes a value ready to be multiplied with matrices.
     *
     * @param value of shape (rows, width)
     * @param kind what is known about its numbers
     * @param rows any list with as many elements as the value has rows
     */
    Operand operand(String value, Kind kind, String rows);

    /**
     * Multiplies with the weights of a layer.
     *
     * @param layer name of the layer; its weights are (out, in)
     */
    Product multiply(Operand operand, String layer);

    /**
     * A value to multiply with.
     *
     * @param value the name of the value itself, or of what stands for it
     * @param quantized how it was quantized; empty in float32
     */
    record Operand(String value, Optional<Quantized> quantized) {}

    /**
     * The other parts of a quantized value: {@code value * scale}, after taking off the zero point, is what it stands
     * for, divided by {@code smoothing} a channel.
     *
     * @param scale name of the scale of each row, of shape (rows, 1)
     * @param zeroPoint what stands for zero, 0 to 255
     * @param smoothing by what each channel was divided; empty if by nothing
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Quantized(String scale, int zeroPoint, Optional<float[]> smoothing) {}

    /**
     * What a layer gives, its bias still to be added.
     *
     * @param value of shape (rows, out)
     * @param bias of length out
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Product(String value, float[] bias) {}

    /** What is known about the numbers of a value. */
    sealed interface Kind {

        /**
         * Comes out of a layer normalisation.
         *
         * @param norm the name of the normalisation
         * @param readers the layers that read the value
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Normalised(String norm, String... readers) implements Kind {}

        /** Weighted means of values, which may be anything. */
        record Attended() implements Kind {}

        /** Comes out of GELU, which gives nothing below -0.17. */
        record Activated() implements Kind {}
    }
}
