package dev.undertone.classification;

/** The texts of one call would take longer to read than anybody waits; fewer at once are read. */
public final class TooMuchAtOnce extends RuntimeException {

    /** Says in one line how much it is and how much is taken. */
    TooMuchAtOnce(String fact) {
        super(fact);
    }
}
