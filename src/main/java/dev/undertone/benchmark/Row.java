package dev.undertone.benchmark;

import dev.undertone.benchmark.workload.Measurement;
import dev.undertone.benchmark.workload.Measurement.Waits;
import java.util.List;

/**
 * How fast one contestant did one piece of work.
 *
 * @param workload what
 * @param system who
 * @param textsPerSecond the median of the rounds
 * @param min the slowest round
 * @param max the fastest round
 * @param p50Ms within how many milliseconds half of the answers came, over all rounds
 * @param p95Ms the same for 95 of 100
 * @param p99Ms the same for 99 of 100
 */
public record Row(
        String workload,
        String system,
        double textsPerSecond,
        double min,
        double max,
        double p50Ms,
        double p95Ms,
        double p99Ms) {

    /** Sums up rounds, of which there is at least one. */
    static Row of(String workload, String system, List<Measurement> rounds) {
        double[] rising = rounds.stream()
                .mapToDouble(Measurement::textsPerSecond)
                .sorted()
                .toArray();
        int half = rising.length / 2;
        double median = rising.length % 2 == 1 ? rising[half] : (rising[half - 1] + rising[half]) / 2;
        Waits waits = Waits.all(rounds.stream().map(Measurement::waits).toList());
        return new Row(
                workload,
                system,
                median,
                rising[0],
                rising[rising.length - 1],
                waits.percentile(0.5),
                waits.percentile(0.95),
                waits.percentile(0.99));
    }
}
