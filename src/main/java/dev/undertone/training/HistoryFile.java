package dev.undertone.training;

import dev.undertone.training.TrainingHistory.Entry;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@link TrainingHistory} as a file of JSON lines, one for each entry, written as the training goes.
 *
 * @param path by custom {@code history.jsonl} in the folder of the checkpoint
 */
public record HistoryFile(Path path) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Adds one line.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void append(Entry entry) {
        new LinesFile(path).append(MAPPER.writeValueAsString(entry));
    }

    /**
     * Reads what was written so far; nothing if there is no file yet. A line that was cut off by a kill is left out.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws BrokenHistory if a line is whole JSON but no entry
     */
    public TrainingHistory read() {
        List<Entry> entries = new ArrayList<>();
        long number = 0;
        for (String line : new LinesFile(path).read()) {
            number++;
            parse(line, number, entries);
        }
        return TrainingHistory.of(entries);
    }

    /** The file as it stands; empty if there is none yet. */
    public String lines() {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private void parse(String line, long number, List<Entry> entries) {
        JsonNode json;
        try {
            json = MAPPER.readTree(line);
        } catch (JacksonException e) {
            return;
        }
        if (json.isMissingNode()) {
            return;
        }
        try {
            Class<? extends Entry> type = json.has("validationLoss") ? Epoch.class : Step.class;
            entries.add(MAPPER.treeToValue(json, type));
        } catch (JacksonException e) {
            throw new BrokenHistory(path + " line " + number + " is no entry of a training history", e);
        }
    }

    /** A line of a history file says something else than a history would. */
    public static final class BrokenHistory extends RuntimeException {
        BrokenHistory(String fact, Throwable cause) {
            super(fact, cause);
        }
    }
}
