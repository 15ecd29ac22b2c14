package dev.undertone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Names files where a command is told again, as in cards and runs: where they lay means nothing to others. */
final class FileNames {

    private FileNames() {}

    /** The names without their folders, with spaces between. */
    static String of(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(" "));
    }

    /** The option as it was typed, with a space before it; nothing without files. */
    static String option(String name, List<Path> files) {
        return files.isEmpty() ? "" : " " + name + " " + of(files);
    }
}
