package dev.undertone.training.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every training that came to an end, the failures too: a file of JSON lines.
 *
 * @param path by custom {@code runs.jsonl}
 */
public record RunLog(Path path) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Adds a run. */
    public void append(FinishedRun run) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(
                    path, JSON.writeValueAsString(run) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /** All runs in order; of two for the same output and command the later one counts. A line cut short is left out. */
    public List<FinishedRun> read() {
        if (Files.notExists(path)) {
            return List.of();
        }
        try {
            Map<String, FinishedRun> runs = new LinkedHashMap<>();
            for (String line : Files.readAllLines(path)) {
                parse(line).ifPresent(run -> runs.put(run.output() + " " + run.command(), run));
            }
            return new ArrayList<>(runs.values());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static Optional<FinishedRun> parse(String line) {
        try {
            return Optional.of(JSON.readValue(line, FinishedRun.class));
        } catch (JacksonException cutShort) {
            return Optional.empty();
        }
    }
}
