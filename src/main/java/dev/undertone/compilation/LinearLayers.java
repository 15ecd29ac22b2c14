package dev.undertone.compilation;

import java.util.Optional;

/** Adds linear layers to a graph, in one arithmetic. */
interface LinearLayers {

    /**
     * Makes a value ready to be multiplied with matrices.
     *
     * @param value of shape (rows, width)
     * @param kind what is known about its numbers
     */
    Operand operand(String value, Kind kind);

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
     * for, divided by {@code smoothing} a channel, plus {@code offset} a channel.
     *
     * @param scale name of the scale of each row, of shape (rows, 1)
     * @param zeroPoint what stands for zero, 0 to 255
     * @param smoothing by what each channel was divided
     * @param offset what was added to each channel then, so that no number is negative
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Quantized(String scale, int zeroPoint, float[] smoothing, float[] offset) {}

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

        /** Weighted means of values, which may be anything; so many channels. */
        record Attended(int width) implements Kind {}

        /**
         * Comes out of GELU, which gives nothing below -0.17.
         *
         * @param before the layer before GELU
         * @param norm the normalisation that the layer before reads
         * @param reader the layer that reads the value
         */
        record Activated(String before, String norm, String reader) implements Kind {}
    }
}
