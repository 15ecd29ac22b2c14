package dev.undertone.training.recipe;

/** Refuses values that no training can run with, in the words of the command line. */
public final class Bounds {

    private Bounds() {}

    /**
     * Checks one option.
     *
     * @param option its name without dashes
     * @param expected the range it may have
     * @throws IllegalArgumentException naming the option unless the condition holds
     */
    public static void require(boolean holds, String option, Number value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("--" + option + " is " + value + ", expected " + expected);
        }
    }
}
