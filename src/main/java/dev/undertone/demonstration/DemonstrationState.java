package dev.undertone.demonstration;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the made-up submissions have come.
 *
 * @param phase what is going on
 * @param total how many there will be
 * @param taken how many there are
 * @param obstacle why it does not go on at the moment, in plain words
 * @param startedAt from when their past is counted back
 */
public record DemonstrationState(Phase phase, int total, int taken, Optional<String> obstacle, Instant startedAt) {

    /** What is going on. */
    public enum Phase {
        /** The model reads them, one after the other. */
        RUNNING,
        /** There is no model to read with at the moment; it goes on by itself. */
        WAITING,
        /** All are there. */
        DONE
    }

    /** Whether it is still being worked on. */
    public boolean underWay() {
        return phase != Phase.DONE;
    }
}
