package dev.undertone.textfile;

/** A file as a whole cannot be read any further; rows already handed out stay good. */
public sealed class UnreadableFile extends RuntimeException {

    UnreadableFile(String fact) {
        super(fact);
    }

    UnreadableFile(String fact, Throwable cause) {
        super(fact, cause);
    }

    /** The file goes beyond one of the {@link RowLimits}. */
    public static final class TooLarge extends UnreadableFile {
        TooLarge(String fact) {
            super(fact);
        }
    }
}
