package dev.undertone.training.data;

import java.util.List;

/**
 * What came out of reading data files: the rows that can be used and those that cannot.
 *
 * @param name what people call the data set
 * @param examples the usable rows in the order of the files
 * @param problems the first rows that cannot be used, at most {@value DatasetReader#PROBLEMS_KEPT}
 * @param problemCount how many rows cannot be used
 */
public record Reading(String name, List<Example> examples, List<RowProblem> problems, long problemCount) {

    /** Copies the lists and refuses a count that does not fit them. */
    public Reading {
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
        if (problemCount < problems.size() || (problems.isEmpty() && problemCount > 0)) {
            throw new IllegalArgumentException(problemCount + " problems do not fit a list of " + problems.size());
        }
    }

    /**
     * The data set if every row can be used.
     *
     * @throws UnusableData naming the first row that cannot, or because there are none
     */
    public Dataset strictly() {
        if (problemCount > 0) {
            throw UnusableData.rows(problems, problemCount);
        }
        return leniently();
    }

    /**
     * The data set of the usable rows, whatever the others.
     *
     * @throws UnusableData if there are none
     */
    public Dataset leniently() {
        if (examples.isEmpty()) {
            throw UnusableData.because("data set " + name + " has no row that can be used, expected text;label lines, "
                    + "CSV with text,label or JSONL");
        }
        return new Dataset(name, examples);
    }
}
