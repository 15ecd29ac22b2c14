package dev.undertone.textfile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;

/** The rows of a file, at most so many, read as they are asked for. */
abstract class Rows<R> implements Iterator<R>, AutoCloseable {

    private final NamedFile file;
    private final InputStream in;
    private final RowLimits limits;
    private long rows;
    private Optional<R> ahead = Optional.empty();

    Rows(NamedFile file, InputStream in, RowLimits limits) {
        this.file = file;
        this.in = in;
        this.limits = limits;
    }

    /** Where the rows come from. */
    abstract RowSource<R> source();

    /** The unpacked lines of the file, for the source to read. */
    final Lines lines() {
        try {
            return new Lines(file, Unpacking.open(file, in, limits), limits.rowBytes());
        } catch (ZipException | EOFException e) {
            throw file.unreadable("the gzip data is damaged or cut off at its beginning", e);
        } catch (IOException e) {
            throw file.unreadable("cannot be read, or its gzip data is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Whether there is a further row, good or not.
     *
     * @throws UnreadableFile if the file cannot be read any further
     */
    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            ahead = source().next();
            if (ahead.isPresent() && ++rows > limits.rows()) {
                throw file.tooLarge("has more than " + limits.rows() + " rows");
            }
        }
        return ahead.isPresent();
    }

    /**
     * The next row.
     *
     * @throws UnreadableFile if the file cannot be read any further
     */
    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file.name() + " has no further row");
        }
        R row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw file.unreadable("closing failed: " + e.getMessage(), e);
        }
    }
}
