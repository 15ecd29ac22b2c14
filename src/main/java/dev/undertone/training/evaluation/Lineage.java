package dev.undertone.training.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trainings and means that a checkpoint goes back to, as far as the log of runs tells: what it is the mean of, what
 * it was trained from and who taught it, and what those go back to.
 */
public final class Lineage {

    private final List<FinishedRun> runs;
    private final Set<String> names;

    private Lineage(List<FinishedRun> runs, Set<String> names) {
        this.runs = List.copyOf(runs);
        this.names = Set.copyOf(names);
    }

    /** Looks in all runs for those that led to a checkpoint; of two with one name the later counts. */
    public static Lineage of(String checkpoint, List<FinishedRun> all) {
        Set<String> names = new HashSet<>(Set.of(checkpoint));
        List<FinishedRun> runs = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            Optional<FinishedRun> run = FinishedRun.latest(open.remove(), all);
            run.ifPresent(runs::add);
            run.stream()
                    .flatMap(one -> one.origins().stream())
                    .filter(names::add)
                    .forEach(open::add);
        }
        return new Lineage(runs, names);
    }

    /** The runs, that of the checkpoint first. */
    List<FinishedRun> runs() {
        return runs;
    }

    /** Whether a checkpoint is among them, itself included. */
    public boolean includes(String checkpoint) {
        return names.contains(checkpoint);
    }
}
