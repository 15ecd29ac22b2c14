package dev.undertone.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the training data are called on a card. */
final class DataNameOption {

    static final String NAME = "data-name";

    @Option(
            names = "--" + NAME,
            paramLabel = "NAME",
            description = "What the data are called on the card, such as dair-ai/emotion; else as their folder.")
    private @Nullable String name;

    Optional<String> given() {
        return Optional.ofNullable(name);
    }

    /** The name that was given, or that of the folder. */
    static String of(Optional<String> given, Path folder) {
        return given.orElseGet(
                () -> String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
    }
}
