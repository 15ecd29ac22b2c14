package dev.undertone.training;

import dev.undertone.training.TrainingHistory.Entry;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
     * Adds one line. A line that an earlier run was killed over is ended first, so that it cannot swallow this one.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void append(Entry entry) {
        String end = endsInsideALine() ? "\n" : "";
        String line = end + MAPPER.writeValueAsString(entry) + "\n";
        try {
            Files.writeString(path, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    /**
     * Reads what was written so far; nothing if there is no file yet. A line that was cut off by a kill is left out.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws BrokenHistory if a line is whole JSON but no entry
     */
    public TrainingHistory read() {
        if (Files.notExists(path)) {
            return new TrainingHistory(List.of(), List.of());
        }
        try {
            // Decoded leniently: a kill may cut a line anywhere, and such a line is left out below.
            String content = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            List<Entry> entries = new ArrayList<>();
            long number = 0;
            for (String line : content.split("\n", -1)) {
                number++;
                parse(line, number, entries);
            }
            return TrainingHistory.of(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
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

    private boolean endsInsideALine() {
        if (Files.notExists(path)) {
            return false;
        }
        try (var file = Files.newByteChannel(path)) {
            if (file.size() == 0) {
                return false;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            file.position(file.size() - 1).read(last);
            return last.get(0) != '\n';
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** A line of a history file says something else than a history would. */
    public static final class BrokenHistory extends RuntimeException {
        BrokenHistory(String fact, Throwable cause) {
            super(fact, cause);
        }
    }
}
