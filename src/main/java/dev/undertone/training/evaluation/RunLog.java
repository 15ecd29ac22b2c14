package dev.undertone.training.evaluation;

import dev.undertone.training.LinesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every training that came to an end, the failures too: a file of JSON lines.
 *
 * @param path by custom {@link #NAME}
 */
public record RunLog(Path path) {

    /** What the file is called in the data directory, and beside a checkpoint whose card tells of the runs. */
    public static final String NAME = "runs.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Adds a run. */
    public void append(FinishedRun run) {
        new LinesFile(path).append(JSON.writeValueAsString(run));
    }

    /** All runs in order; of two for the same output and command the later one counts. A line cut short is left out. */
    public List<FinishedRun> read() {
        return distinct(new LinesFile(path).read().stream().flatMap(line -> parse(line).stream()));
    }

    /**
     * The runs of this file and, after them, those of another; of two for the same output and command the later counts.
     */
    public List<FinishedRun> readWith(RunLog other) {
        return distinct(Stream.concat(read().stream(), other.read().stream()));
    }

    /** The content of a file of these runs. */
    public static String lines(List<FinishedRun> runs) {
        return runs.stream().map(RunLog::line).collect(Collectors.joining());
    }

    private static String line(FinishedRun run) {
        return JSON.writeValueAsString(run) + "\n";
    }

    private static List<FinishedRun> distinct(Stream<FinishedRun> all) {
        Map<String, FinishedRun> runs = new LinkedHashMap<>();
        all.forEach(run -> runs.put(run.output() + " " + run.command(), run));
        return new ArrayList<>(runs.values());
    }

    private static Optional<FinishedRun> parse(String line) {
        try {
            return Optional.of(JSON.readValue(line, FinishedRun.class));
        } catch (JacksonException cutShort) {
            return Optional.empty();
        }
    }
}
