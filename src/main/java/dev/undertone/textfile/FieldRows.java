package dev.undertone.textfile;

import java.io.InputStream;

/**
 * The rows of a CSV or JSONL file, gzipped or not, with more fields than a text, read as they are asked for; memory
 * does not grow with the file. A broken row is handed out as such; what is wrong with the file as a whole is thrown as
 * {@link UnreadableFile}.
 */
public final class FieldRows extends Rows<FieldRow> {

    private final RowSource<FieldRow> source;

    private FieldRows(NamedFile file, InputStream in, RowLimits limits, FieldNames names) {
        super(file, in, limits);
        Lines lines = lines();
        this.source = isJson(file, lines, names)
                ? new JsonFields(lines, names)
                : new CsvFields(file, lines, limits.rowBytes(), names);
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

    @Override
    RowSource<FieldRow> source() {
        return source;
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
}
