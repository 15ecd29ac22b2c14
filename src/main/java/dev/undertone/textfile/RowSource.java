package dev.undertone.textfile;

import java.util.Optional;

/** Rows of one format, one after the other. */
interface RowSource {

    /** The next row, or empty at the end. */
    Optional<TextRow> next();
}
