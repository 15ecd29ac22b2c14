package dev.undertone.training.data;

import java.util.List;

/** The data given for training or evaluation cannot be used as it is. */
public final class UnusableData extends RuntimeException {

    private final transient List<RowProblem> problems;

    private UnusableData(String fact, List<RowProblem> problems) {
        super(fact);
        this.problems = problems;
    }

    static UnusableData because(String fact) {
        return new UnusableData(fact, List.of());
    }

    static UnusableData rows(List<RowProblem> first, long count) {
        String others = count == 1 ? "" : " (and " + (count - 1) + " further rows that cannot be used)";
        return new UnusableData(first.get(0) + others, first);
    }

    /**
     * The first rows that are wrong, at most {@value DatasetReader#PROBLEMS_KEPT}; empty if the fact is not about rows.
     */
    public List<RowProblem> problems() {
        return problems;
    }
}
