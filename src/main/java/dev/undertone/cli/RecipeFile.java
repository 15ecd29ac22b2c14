package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a checkpoint was trained, beside its weights, so that its card can be made anew.
 *
 * @param base what the training started from
 * @param options name and value of each
 * @param versions name and version of each framework
 * @param command what to type to do it again
 */
record RecipeFile(String base, Map<String, String> options, Map<String, String> versions, String command) {

    static final String NAME = "training.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /**
     * Reads the file of a checkpoint.
     *
     * @throws CheckpointRefused if there is none
     */
    static RecipeFile of(Checkpoint checkpoint) {
        Path file = checkpoint.folder().resolve(NAME);
        try {
            return JSON.readValue(Files.readString(file), RecipeFile.class);
        } catch (IOException | JacksonException e) {
            throw new CheckpointRefused(file, "does not tell how the checkpoint was trained", e);
        }
    }
}
