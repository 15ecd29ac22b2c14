package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.training.data.Fold;
import dev.undertone.training.evaluation.ModelCardFacts.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The option that says which part of the training data was left out. */
    static final String WITHOUT_FOLD = "without-fold";

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

    /**
     * How the mean of trained checkpoints came about: the options that they share, and which they are.
     *
     * @param store where a part's base is looked for that was trained itself
     * @throws OneLineErrors.WrongUsage if they do not go back to the same base
     * @throws CheckpointRefused if one does not tell how it was trained
     */
    static RecipeFile ofSoup(List<Checkpoint> parts, ModelStore store, String command) {
        RecipeFile first = of(parts.get(0));
        String base = first.origin(store);
        Map<String, String> options = new LinkedHashMap<>(first.options);
        for (Checkpoint part : parts) {
            RecipeFile other = of(part);
            if (!other.origin(store).equals(base)) {
                throw new OneLineErrors.WrongUsage("--of: " + parts.get(0).id() + " was trained from " + base + " and "
                        + part.id() + " from " + other.origin(store) + ": their mean would be of no use");
            }
            options.entrySet().retainAll(other.options.entrySet());
        }
        options.remove(SEED);
        options.put(Recipe.SOUP, parts.stream().map(part -> part.id().value()).collect(Collectors.joining(", ")));
        return new RecipeFile(base, options, first.versions, command);
    }

    /** Where the first training began, if this one began where others in the store had ended. */
    private String origin(ModelStore store) {
        Set<String> passed = new LinkedHashSet<>();
        String origin = base;
        Optional<RecipeFile> before = trained(origin, store);
        while (before.isPresent() && passed.add(origin)) {
            origin = before.get().base;
            before = trained(origin, store);
        }
        return origin;
    }

    private static Optional<RecipeFile> trained(String name, ModelStore store) {
        return CheckpointId.isValid(name)
                ? store.find(new CheckpointId(name))
                        .filter(checkpoint -> Files.exists(checkpoint.folder().resolve(NAME)))
                        .map(RecipeFile::of)
                : Optional.empty();
    }

    /** Whether it is the mean of several, and no draw of a recipe itself. */
    boolean isSoup() {
        return options.containsKey(Recipe.SOUP);
    }

    /** What the training data were called, if a name was given. */
    Optional<String> dataName() {
        return Optional.ofNullable(options.get(DataNameOption.NAME));
    }

    /** The part of the training data that it was trained without, if any. */
    Optional<Fold> withoutFold() {
        return Optional.ofNullable(options.get(WITHOUT_FOLD)).map(Fold::parse);
    }

    /**
     * Makes sure that a checkpoint was trained without a part of the training data, before it is asked about it.
     *
     * @param option what names both, with dashes
     * @throws OneLineErrors.WrongUsage if it was trained with it, or does not tell
     */
    static void requireWithout(Checkpoint checkpoint, Fold fold, String option) {
        Optional<Fold> left =
                Files.exists(checkpoint.folder().resolve(NAME)) ? of(checkpoint).withoutFold() : Optional.empty();
        if (!left.equals(Optional.of(fold))) {
            throw new OneLineErrors.WrongUsage(
                    option + ": " + checkpoint.id() + " was not trained --without-fold " + fold + ", but "
                            + left.map(one -> "--without-fold " + one).orElse("with all texts as far as it tells"));
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
        names.removeAll(Set.of(SEED, Recipe.SOUP));
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
