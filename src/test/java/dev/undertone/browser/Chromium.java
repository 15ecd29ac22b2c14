package dev.undertone.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Chromium of this machine. */
final class Chromium {

    private static final String CHOSEN = "UNDERTONE_CHROMIUM";

    private Chromium() {}

    /** The one that UNDERTONE_CHROMIUM names, else the first found under a usual name. */
    static Optional<Path> find(Map<String, String> environment) {
        String chosen = environment.get(CHOSEN);
        if (chosen != null) {
            return Optional.of(Path.of(chosen)).filter(Files::isExecutable);
        }
        String path = environment.getOrDefault("PATH", "");
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
