package dev.undertone.modelstore;

import java.nio.file.Path;

/** A checkpoint, or a file of one, cannot be used; the message is one line that names the file and the fact. */
public final class CheckpointRefused extends RuntimeException {

    private static final int LONGEST_MESSAGE = 500;

    private final String file;

    /** Refuses this file or folder because of this fact. */
    public CheckpointRefused(String file, String fact) {
        super(oneLine(file + ": " + fact));
        this.file = oneLine(file);
    }

    /** Refuses this file or folder because of this fact. */
    public CheckpointRefused(Path file, String fact) {
        this(file.toString(), fact);
    }

    /** Refuses this file or folder because of this fact, which another failure made known. */
    public CheckpointRefused(Path file, String fact, Exception cause) {
        this(file.toString(), fact);
        initCause(cause);
    }

    /** The file or folder that was refused. */
    public String file() {
        return file;
    }

    // Names and texts come from files that anybody may have written, and must not forge a second line in a log.
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_MESSAGE)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? '?' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
