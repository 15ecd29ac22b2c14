package dev.undertone.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The training curve of a run, one JSON object a line: points have a learning rate, epochs an accuracy. */
final class RunHistory {

    static final String FILE = "history.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    RunHistory(Path folder) {
        this.file = folder.resolve(FILE);
    }

    void add(StepRecord point) {
        append(JSON.writeValueAsString(point));
    }

    void add(EpochRecord epoch) {
        append(JSON.writeValueAsString(epoch));
    }

    /** The best epoch so far. */
    Optional<EpochRecord> best() {
        return epochs().stream().reduce((best, next) -> next.betterThan(best) ? next : best);
    }

    /** The epochs so far. */
    List<EpochRecord> epochs() {
        return lines().stream()
                .filter(RunHistory::isEpoch)
                .map(line -> JSON.readValue(line, EpochRecord.class))
                .toList();
    }

    /**
     * Drops what was recorded after a state that is resumed from, for it will happen again, and a half-written line.
     */
    void forgetAfter(int step) {
        List<String> kept = new ArrayList<>();
        for (String line : lines()) {
            if (line.endsWith("}") && JSON.readTree(line).path("step").asInt() <= step) {
                kept.add(line);
            }
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, kept);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static boolean isEpoch(String line) {
        return JSON.readTree(line).has("accuracy");
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void append(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
