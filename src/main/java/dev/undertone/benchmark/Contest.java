package dev.undertone.benchmark;

import dev.undertone.benchmark.contestant.Contestant;
import dev.undertone.benchmark.workload.Measurement;
import dev.undertone.benchmark.workload.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Lets contestants do the same work in turns. In each round everybody has a turn, in an order drawn anew, so that a
 * machine that slows down for a while slows down everybody.
 */
final class Contest {

    private final List<Contestant> contestants;
    private final int rounds;
    private final Random order;

    Contest(List<Contestant> contestants, int rounds, Random order) {
        this.contestants = List.copyOf(contestants);
        this.rounds = rounds;
        this.order = order;
    }

    /** One row for each contestant that has a way of its own with this work, in the order in which they were given. */
    List<Row> hold(Workload workload, Consumer<String> progress) {
        int asked = workload.rounds(rounds);
        List<Contestant> taking = contestants.stream()
                .filter(one -> workload.isOfMany() || !one.onlyForMany())
                .toList();
        Map<String, List<Measurement>> results = new LinkedHashMap<>();
        for (Contestant one : taking) {
            results.put(one.system(), new ArrayList<>());
            workload.warmUp(one);
        }
        for (int round = 1; round <= asked; round++) {
            progress.accept(workload.name() + ", round " + round + " of " + asked);
            List<Contestant> turns = new ArrayList<>(taking);
            Collections.shuffle(turns, order);
            for (Contestant one : turns) {
                results.computeIfAbsent(one.system(), name -> new ArrayList<>()).add(workload.measure(one));
            }
        }
        return results.entrySet().stream()
                .map(result -> Row.of(workload.name(), result.getKey(), result.getValue()))
                .toList();
    }
}
