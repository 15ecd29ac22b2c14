package dev.undertone.compilation;

import java.util.Locale;

/** How the linear layers of a compiled network count; all the rest is float32 in each. */
public enum Arithmetic {
    /** As the checkpoint was trained. */
    FP32,
    /** Weights of 7 bits with a scale for each output channel, inputs of 8 bits with a scale for each row. */
    INT8;

    /** The name in folders and messages, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
