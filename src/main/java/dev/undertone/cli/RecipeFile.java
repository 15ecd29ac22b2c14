package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final String SEED = "seed";
    private static final String NOT_GIVEN = "not given";

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

    long seed() {
        return Long.parseLong(options.getOrDefault(SEED, "0"));
    }

    /** What another training was told that this one was not, but for the seed; empty if nothing. */
    List<String> differencesFrom(RecipeFile other) {
        List<String> differences = new ArrayList<>();
        if (!base.equals(other.base)) {
            differences.add("the base is " + base + " and " + other.base);
        }
        Set<String> names = new LinkedHashSet<>(options.keySet());
        names.addAll(other.options.keySet());
        names.remove(SEED);
        for (String name : names) {
            String mine = options.getOrDefault(name, NOT_GIVEN);
            String theirs = other.options.getOrDefault(name, NOT_GIVEN);
            if (!mine.equals(theirs)) {
                differences.add("--" + name + " is " + mine + " and " + theirs);
            }
        }
        return differences;
    }
}
