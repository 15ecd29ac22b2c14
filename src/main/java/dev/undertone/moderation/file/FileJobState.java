package dev.undertone.moderation.file;

import java.util.Arrays;
import java.util.List;

/** How far a file has come. */
public enum FileJobState {
    /** Stored safely, and waits for its turn. */
    RECEIVED(false),
    /** Its rows are being taken. */
    RUNNING(false),
    /** Something is in the way, the model most likely; it goes on by itself, and the error line says why it cannot. */
    WAITING(false),
    /** Every row was submitted, known already or rejected. */
    DONE(true),
    /** The file cannot be read, or something stayed in the way; the error line says what. */
    FAILED(true),
    /** Somebody ended it; what was submitted until then stays. */
    CANCELLED(true);

    private final boolean over;

    FileJobState(boolean over) {
        this.over = over;
    }

    /** Whether nothing more will happen to it. */
    public boolean isOver() {
        return over;
    }

    /** The names of those in which something will still happen. */
    static List<String> open() {
        return Arrays.stream(values())
                .filter(state -> !state.over)
                .map(FileJobState::name)
                .toList();
    }
}
