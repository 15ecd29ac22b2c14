package dev.undertone.textfile;

import java.util.Map;

/** One row of named fields, or the reason why there is none. */
public sealed interface FieldRow {

    /** The line of the file on which the row starts, counted from 1; no two rows start on the same line. */
    long line();

    /**
     * A row whose shape is right.
     *
     * @param line the line on which it starts, counted from 1
     * @param values by the name that the reader gave the field; a field without a value is not among them
     */
    record Fields(long line, Map<String, String> values) implements FieldRow {

        /** Copies the values. */
        public Fields {
            values = Map.copyOf(values);
        }
    }

    /**
     * A row that cannot be used; the rows after it can.
     *
     * @param line the line on which it starts, counted from 1
     * @param reason what is wrong and what was expected, without the row's own words
     * @param written the row as it stands in the file
     */
    record Broken(long line, String reason, String written) implements FieldRow {}
}
