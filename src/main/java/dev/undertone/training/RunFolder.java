package dev.undertone.training;

import dev.undertone.modelstore.Weights;
import dev.undertone.modelstore.WeightsFolder;
import dev.undertone.modelstore.WeightsFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a training keeps on disk so that it can be killed at any moment and resumed.
 *
 * <p>A state is written into a folder of another name and renamed when it is whole, so the newest one with its final
 * name is always complete. Only that one is kept.
 */
final class RunFolder {

    private static final String STATE = "state-";
    private static final String UNFINISHED = ".unfinished";
    private static final String BEST = "best";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path path;

    RunFolder(Path path) {
        this.path = path;
    }

    /** The training curve. */
    HistoryFile history() {
        return new HistoryFile(path.resolve("history.jsonl"));
    }

    /** Where the answers of a teacher are kept. */
    Path teacher() {
        return path.resolve("teacher");
    }

    /**
     * Notes what the run depends on, or checks that it is still the same.
     *
     * @throws RunDescription.AnotherRun if it is not
     */
    void describe(RunDescription description) {
        Path file = path.resolve("run.json");
        try {
            if (Files.exists(file)) {
                description.requireSame(JSON.readValue(Files.readString(file), RunDescription.class));
                return;
            }
            Files.createDirectories(path);
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    /** Deletes everything of this run. */
    void forget() {
        delete(path);
    }

    /** The number of steps the newest complete state was saved after. */
    Optional<Integer> savedStep() {
        return states().stream()
                .map(state -> Integer.parseInt(state.getFileName().toString().substring(STATE.length())))
                .max(Comparator.naturalOrder());
    }

    /** Opens the state saved after this many steps. */
    Weights openState(int step) {
        return WeightsFolder.open(state(step));
    }

    /** Opens the best weights so far. */
    Weights openBest() {
        return WeightsFolder.open(path.resolve(BEST));
    }

    /** Saves a state and drops older ones. */
    void saveState(int step, Weights weights) {
        List<Path> older = states();
        write(state(step), weights);
        older.stream().filter(state -> !state.equals(state(step))).forEach(RunFolder::delete);
    }

    /** Keeps these weights as the best so far. */
    void saveBest(Weights weights) {
        Path best = path.resolve(BEST);
        Path next = path.resolve(BEST + "-next");
        delete(next);
        write(next, weights);
        delete(best);
        move(next, best);
    }

    private Path state(int step) {
        return path.resolve(STATE + String.format(Locale.ROOT, "%08d", step));
    }

    private List<Path> states() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(child -> child.getFileName().toString().matches(STATE + "\\d+"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    private static void write(Path folder, Weights weights) {
        Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        delete(unfinished);
        try {
            Files.createDirectories(unfinished);
            WeightsFolder.write(unfinished, weights, WeightsFormat.F32);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + unfinished, e);
        }
        delete(folder);
        move(unfinished, folder);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + from + " to " + to, e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
