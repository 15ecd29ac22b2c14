package dev.undertone.textfile;

import java.util.Optional;

/** Rows of one format, one after the other. */
interface RowSource<R> {

    /** The next row, or empty at the end. */
    Optional<R> next();
}
