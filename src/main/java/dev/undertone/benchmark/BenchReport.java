package dev.undertone.benchmark;

import dev.undertone.benchmark.service.ServiceFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a benchmark found.
 *
 * @param machine what it ran on
 * @param rows one for each workload and contestant, workloads in the order they were run
 * @param service how the whole service does; empty if it was not asked
 * @param failure why it could not be asked, if so
 */
public record BenchReport(
        Map<String, Object> machine, List<Row> rows, Optional<ServiceFigures> service, Optional<String> failure) {

    /** Copies. */
    public BenchReport {
        machine = new LinkedHashMap<>(machine);
        rows = List.copyOf(rows);
    }
}
