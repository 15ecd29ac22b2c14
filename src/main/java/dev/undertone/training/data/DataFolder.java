package dev.undertone.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that holds a data set in splits: {@code train.*} and {@code validation.*}.
 *
 * @param path the folder
 */
public record DataFolder(Path path) {

    private static final List<String> ENDINGS = List.of(".txt", ".csv", ".jsonl", ".ndjson");

    /** Refuses what is not a folder. */
    public DataFolder {
        if (!Files.isDirectory(path)) {
            throw UnusableData.because(path + " is not a folder, expected one with train.txt and validation.txt");
        }
    }

    /**
     * The examples to train on.
     *
     * @throws UnusableData if the file is missing, there are several, or a row cannot be used
     */
    public Dataset train() {
        return DatasetReader.read("train", List.of(split("train")));
    }

    /**
     * The examples to choose a checkpoint by.
     *
     * @throws UnusableData if the file is missing, there are several, or a row cannot be used
     */
    public Dataset validation() {
        return DatasetReader.read("validation", List.of(split("validation")));
    }

    private Path split(String name) {
        List<Path> found = ENDINGS.stream()
                .flatMap(ending -> Stream.of(ending, ending + ".gz"))
                .map(ending -> path.resolve(name + ending))
                .filter(Files::isRegularFile)
                .toList();
        if (found.isEmpty()) {
            throw UnusableData.because(path + " has no " + name + ".txt, .csv or .jsonl (each may end in .gz)");
        }
        if (found.size() > 1) {
            throw UnusableData.because(path + " has both " + found.get(0).getFileName() + " and "
                    + found.get(1).getFileName() + ", leave one of them");
        }
        return found.get(0);
    }
}
