package dev.undertone.textfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of a file, read as they are asked for; memory does not grow with the file. A bad row is handed out as such
 * and does not stop the reading; what is wrong with the file as a whole is thrown as {@link UnreadableFile}.
 */
public final class TextRows implements Iterator<TextRow>, AutoCloseable {

    private final NamedFile file;
    private final InputStream in;
    private final TextFormat format;
    private final RowSource source;
    private final long mostRows;
    private long rows;
    private Optional<TextRow> ahead = Optional.empty();

    private TextRows(NamedFile file, InputStream in, RowLimits limits, FormatChoice choice) {
        this.file = file;
        this.in = in;
        this.mostRows = limits.rows();
        try {
            Lines lines = new Lines(file, Unpacking.open(file, in, limits), limits.rowBytes());
            this.format = choice.choose(file, lines);
            this.source = source(lines, limits);
        } catch (IOException e) {
            throw file.unreadable("cannot be read, or its gzip data is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a file of texts whose format is told by name and content; plain lines are texts without a label.
     *
     * @param fileName only looked at for its ending and for messages
     * @param in is closed with these rows; if this throws it stays the caller's to close
     * @throws UnreadableFile if the beginning shows that the file cannot be read
     */
    public static TextRows open(String fileName, InputStream in, RowLimits limits) {
        return new TextRows(new NamedFile(fileName), in, limits, FormatChoice.of(TextFormat.LINES));
    }

    /**
     * Opens a file of labelled texts as {@link #open(String, InputStream, RowLimits)} does, but lines are
     * {@code text;label}.
     */
    public static TextRows openLabelled(String fileName, InputStream in, RowLimits limits) {
        return new TextRows(new NamedFile(fileName), in, limits, FormatChoice.of(TextFormat.LABELLED_LINES));
    }

    /** Opens a file whose format the caller knows; gzip is still told by content. */
    public static TextRows open(String fileName, InputStream in, RowLimits limits, TextFormat format) {
        return new TextRows(new NamedFile(fileName), in, limits, (file, lines) -> format);
    }

    /** The format that was told or found. */
    public TextFormat format() {
        return format;
    }

    /**
     * Whether there is a further row, good or bad.
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
    public TextRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file.name() + " has no further row");
        }
        TextRow row = ahead.orElseThrow();
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

    private RowSource source(Lines lines, RowLimits limits) {
        RowCheck check = new RowCheck(limits.textLength());
        return switch (format) {
            case LINES -> new LineRows(lines, check, false);
            case LABELLED_LINES -> new LineRows(lines, check, true);
            case JSONL -> new JsonRows(lines, check);
            case CSV -> new CsvRows(file, lines, limits);
        };
    }
}
