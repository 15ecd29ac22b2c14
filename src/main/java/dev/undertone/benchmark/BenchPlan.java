package dev.undertone.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a benchmark measures, and how often.
 *
 * @param peers whether others take part
 * @param workloads names of {@link Benchmark#workloads()}
 * @param rounds 1 or more
 * @param slot how long a turn lasts that is not over by itself
 * @param texts the real mix; made up if empty
 * @param seed of the order of turns and of the words made up
 */
public record BenchPlan(
        boolean peers, Set<String> workloads, int rounds, Duration slot, List<String> texts, long seed) {

    /** Refuses what cannot be measured. */
    public BenchPlan {
        workloads = Set.copyOf(workloads);
        texts = List.copyOf(texts);
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds is " + rounds + ", expected 1 or more");
        }
        if (slot.isZero() || slot.isNegative()) {
            throw new IllegalArgumentException("--seconds is " + slot.toMillis() / 1000.0 + ", expected more than 0");
        }
        for (String workload : workloads) {
            if (!Workloads.names().contains(workload)) {
                throw new IllegalArgumentException(
                        "there is no workload " + workload + "; there are " + String.join(", ", Workloads.names()));
            }
        }
    }
}
