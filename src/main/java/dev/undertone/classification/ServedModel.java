package dev.undertone.classification;

import dev.undertone.compilation.Arithmetic;
import dev.undertone.modelstore.CheckpointId;

/**
 * The model behind an answer.
 *
 * @param checkpoint which weights
 * @param precision in which arithmetic they are run
 */
public record ServedModel(CheckpointId checkpoint, Precision precision) {

    /** The name of the weights, for modules that know no model store. */
    public String checkpointName() {
        return checkpoint.value();
    }

    /** The arithmetic of a forward pass. */
    public enum Precision {
        FP32,
        INT8;

        /** How its linear layers count. */
        public Arithmetic arithmetic() {
            return switch (this) {
                case FP32 -> Arithmetic.FP32;
                case INT8 -> Arithmetic.INT8;
            };
        }

        /** The name in settings and answers, in lower case. */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
