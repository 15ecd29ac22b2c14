package dev.undertone.textfile;

import java.util.Optional;

/** One row of a file: a text, or the reason why there is none. */
public sealed interface TextRow {

    /** The line of the file on which the row starts, counted from 1. */
    long line();

    /**
     * A row with a text.
     *
     * @param line the line on which it starts, counted from 1
     * @param text not blank and not over the limit; control characters are left as they stand
     * @param label the label as written, without surrounding blanks; empty if the row has none
     */
    record GoodRow(long line, String text, Optional<String> label) implements TextRow {

        /** Refuses a line before the first and a blank text. */
        public GoodRow {
            requireLine(line);
            if (text.isBlank()) {
                throw new IllegalArgumentException("line " + line + " has a blank text");
            }
        }
    }

    /**
     * A row that cannot be used; the rows after it can.
     *
     * @param line the line on which it starts, counted from 1
     * @param reason what is wrong and what was expected, without the row's own words
     */
    record BadRow(long line, String reason) implements TextRow {

        /** Refuses a line before the first and an empty reason. */
        public BadRow {
            requireLine(line);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("line " + line + " is bad without a reason");
            }
        }
    }

    private static void requireLine(long line) {
        if (line < 1) {
            throw new IllegalArgumentException("line " + line + " does not exist, lines count from 1");
        }
    }
}
