package dev.undertone.classification;

import dev.undertone.modelstore.CheckpointId;
import java.util.Optional;

/** Puts another checkpoint into the place of the one that answers, while texts go on being classified. */
public interface CheckpointSwitch {

    /** The checkpoint that answers; empty while none does. */
    Optional<CheckpointId> answering();

    /**
     * Loads a checkpoint beside the one that answers and, once it has shown that it can answer, lets it take over. The
     * calls in progress end with the one they began with, and none is refused because of the change.
     *
     * @param id which checkpoint
     * @param beforeTakingOver what has to succeed first, such as taking the change down; if it throws, nothing changes
     * @return the model that answers now
     * @throws dev.undertone.modelstore.CheckpointRefused if it cannot be used; the one before goes on answering
     * @throws SwitchInProgress if another change has not ended yet
     */
    ServedModel serve(CheckpointId id, Runnable beforeTakingOver);

    /** Two checkpoints at once beside the one that answers would be too much for the memory of a small machine. */
    final class SwitchInProgress extends RuntimeException {
        SwitchInProgress() {
            super("another checkpoint is being loaded; wait until it answers, then try again");
        }
    }
}
