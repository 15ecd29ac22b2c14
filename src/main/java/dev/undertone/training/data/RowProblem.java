package dev.undertone.training.data;

/**
 * Why one row of a data file cannot be used.
 *
 * @param file the file as the user named it
 * @param line counted from 1
 * @param reason what is wrong and what was expected
 */
public record RowProblem(String file, long line, String reason) {

    @Override
    public String toString() {
        return file + " line " + line + ": " + reason;
    }
}
