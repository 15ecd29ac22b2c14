package dev.undertone.textfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of a CSV or JSONL file, gzipped or not, with more fields than a text, read as they are asked for; memory
 * does not grow with the file. A broken row is handed out as such; what is wrong with the file as a whole is thrown as
 * {@link UnreadableFile}.
 */
public final class FieldRows implements Iterator<FieldRow>, AutoCloseable {

    private final NamedFile file;
    private final InputStream in;
    private final Source source;
    private final long mostRows;
    private long rows;
    private Optional<FieldRow> ahead = Optional.empty();

    private FieldRows(NamedFile file, InputStream in, RowLimits limits, FieldNames names) {
        this.file = file;
        this.in = in;
        this.mostRows = limits.rows();
        try {
            Lines lines = new Lines(file, Unpacking.open(file, in, limits), limits.rowBytes());
            this.source = isJson(file, lines, names)
                    ? new JsonFields(lines, names)
                    : new CsvFields(file, lines, limits.rowBytes(), names);
        } catch (IOException e) {
            throw file.unreadable("cannot be read, or its gzip data is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a file whose format is told by content first, then by name.
     *
     * @param fileName only looked at for its ending and for messages
     * @param in is closed with these rows; if this throws it stays the caller's to close
     * @param names what a row may have; a CSV file with another column is refused, a JSON row with another field broken
     * @throws UnreadableFile if the beginning shows that the file cannot be read
     */
    public static FieldRows open(String fileName, InputStream in, RowLimits limits, FieldNames names) {
        return new FieldRows(new NamedFile(fileName), in, limits, names);
    }

    /**
     * Whether there is a further row, good or broken.
     *
     * @throws UnreadableFile if the file cannot be read any further
     */
    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            ahead = source.next();
            if (ahead.isPresent() && ++rows > mostRows) {
                throw file.tooLarge("has more than " + mostRows + " rows");
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
    public FieldRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file.name() + " has no further row");
        }
        FieldRow row = ahead.orElseThrow();
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

    /** The first line that is not blank is surer than a name; where it says nothing, the name does. */
    private static boolean isJson(NamedFile file, Lines lines, FieldNames names) {
        return switch (file.extension()) {
            case "csv" -> JsonRows.isRow(firstLine(lines));
            case "jsonl", "ndjson" -> !CsvFields.isHeader(firstLine(lines), names);
            default -> firstLine(lines).startsWith("{");
        };
    }

    private static String firstLine(Lines lines) {
        return lines.peekText().map(line -> line.text().strip()).orElse("");
    }

    /** Rows of one format, one after the other. */
    interface Source {
        Optional<FieldRow> next();
    }
}
