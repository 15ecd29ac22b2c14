package dev.undertone.benchmark;

import dev.undertone.benchmark.service.ServiceFigures;
import dev.undertone.figures.ReportTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Writes a benchmark down: for programs, for a terminal, and as a picture. */
public final class BenchFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PICTURED =
            List.of(Workloads.REAL_MIX, "tokens-16", "tokens-64", "tokens-256", "callers-1", "callers-16");

    private BenchFiles() {}

    /** One object on one line. */
    public static String json(BenchReport report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", report.machine());
        all.put("rows", report.rows());
        report.service().ifPresent(service -> all.put("service", service));
        report.failure().ifPresent(why -> all.put("failure", why));
        return JSON.writeValueAsString(all);
    }

    /** A table for people. */
    public static String table(BenchReport report) {
        StringBuilder text = new StringBuilder();
        report.machine().forEach((name, value) -> text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value)));
        text.append(String.format(
                Locale.ROOT,
                "%n%-14s %-15s %9s %9s %9s %9s %9s %9s%n",
                "workload",
                "system",
                "texts/s",
                "min",
                "max",
                "p50 ms",
                "p95 ms",
                "p99 ms"));
        String before = "";
        for (Row row : report.rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-14s %-15s %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f%n",
                    row.workload().equals(before) ? "" : row.workload(),
                    row.system(),
                    row.textsPerSecond(),
                    row.min(),
                    row.max(),
                    row.p50Ms(),
                    row.p95Ms(),
                    row.p99Ms()));
            before = row.workload();
        }
        report.service()
                .ifPresent(service -> text.append(System.lineSeparator()).append(words(service)));
        report.failure()
                .ifPresent(why -> text.append(System.lineSeparator())
                        .append("http: ")
                        .append(why)
                        .append(System.lineSeparator()));
        return text.toString();
    }

    private static String words(ServiceFigures service) {
        return String.format(
                Locale.ROOT,
                """
                first answer %.1f s after the start, network compiled before
                resident up to %s then, %s a few seconds later, %s after %,d texts more, never over %s
                on disk: checkpoint %.0f MB, compiled network %.0f MB
                20 tokens over HTTP, unloaded: p50 %.1f ms; the forward pass alone %.1f ms
                processor time of a text of the real mix: %.1f ms over HTTP, %.1f ms in process
                """,
                service.firstAnswerSeconds(),
                megabytes(service.residentMbAtStart()),
                megabytes(service.residentMbAtRest()),
                megabytes(service.residentMbAfter()),
                service.textsBeforeEnd(),
                megabytes(service.residentMbAtMost()),
                service.checkpointMb(),
                service.compiledMb(),
                service.unloadedP50Ms(),
                service.forwardP50Ms(),
                service.cpuMsPerRequest(),
                service.cpuMsInProcess());
    }

    private static String megabytes(Optional<Double> found) {
        return found.map(value -> Math.round(value) + " MB").orElse("(not known here)");
    }

    /**
     * Writes {@code bench.json}, {@code bench.txt} and {@code bench.svg}.
     *
     * @param folder created when missing
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Path folder, BenchReport report) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("bench.json"), json(report) + System.lineSeparator());
            Files.writeString(folder.resolve("bench.txt"), table(report));
            Files.writeString(
                    folder.resolve("bench.svg"),
                    ReportTemplate.fill("bench.svg", Map.of("picture", SpeedPicture.of(report, PICTURED))));
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + folder, e);
        }
    }
}
