package dev.undertone.textfile;

import java.io.InputStream;

/**
 * The rows of a file, read as they are asked for; memory does not grow with the file. A bad row is handed out as such
 * and does not stop the reading; what is wrong with the file as a whole is thrown as {@link UnreadableFile}.
 */
public final class TextRows extends Rows<TextRow> {

    private final TextFormat format;
    private final RowSource<TextRow> source;

    private TextRows(NamedFile file, InputStream in, RowLimits limits, FormatChoice choice) {
        super(file, in, limits);
        Lines lines = lines();
        this.format = choice.choose(file, lines);
        this.source = source(file, lines, limits);
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

    @Override
    RowSource<TextRow> source() {
        return source;
    }

    private RowSource<TextRow> source(NamedFile file, Lines lines, RowLimits limits) {
        RowCheck check = new RowCheck(limits.textLength());
        return switch (format) {
            case LINES -> new LineRows(lines, check, false);
            case LABELLED_LINES -> new LineRows(lines, check, true);
            case JSONL -> new JsonRows(lines, check);
            case CSV -> new CsvRows(file, lines, limits);
        };
    }
}
