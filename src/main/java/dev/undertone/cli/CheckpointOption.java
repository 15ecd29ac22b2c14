package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which checkpoint a command is about. */
final class CheckpointOption {

    @Option(
            names = "--checkpoint",
            paramLabel = "ID",
            description = "A checkpoint of the model store; else the active one.")
    private @Nullable String checkpoint;

    /** Opens it. */
    Checkpoint open(Settings settings) {
        return settings.checkpoint(checkpoint);
    }
}
