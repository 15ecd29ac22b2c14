package dev.undertone.textfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.undertone.textfile.TextRow.BadRow;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CSV by RFC 4180 with a header; empty lines are no rows, columns other than text and label are let pass. */
final class CsvRows implements RowSource {

    private static final String TEXT = "text";
    private static final String LABEL = "label";

    private final NamedFile file;
    private final RowCheck check;
    private final long linesBefore;
    private final Iterator<CsvRecord> records;
    private final int columns;
    private final int textColumn;
    private final int labelColumn;
    private long lastLine;

    CsvRows(NamedFile file, Lines lines, RowLimits limits) {
        this.file = file;
        this.check = new RowCheck(limits.textLength());
        this.linesBefore = lines.peekText().map(first -> first.number() - 1).orElse(0L);
        this.records = reader(lines, limits.rowBytes());
        List<String> header = read().map(CsvRows::names).orElse(List.of());
        this.columns = header.size();
        this.textColumn = header.indexOf(TEXT);
        this.labelColumn = header.indexOf(LABEL);
        if (textColumn < 0) {
            throw file.unreadable("line " + (linesBefore + 1)
                    + " is no CSV header with a column \"text\", expected text,label or text alone");
        }
    }

    /** Whether a first line is a header with both columns, which makes the file CSV whatever its name. */
    static boolean isHeader(String line) {
        List<String> names = List.of(
                        line.toLowerCase(Locale.ROOT).replace("\"", "").split(",", -1))
                .stream()
                .map(String::strip)
                .toList();
        return names.contains(TEXT) && names.contains(LABEL);
    }

    @Override
    public Optional<TextRow> next() {
        return read().map(this::row);
    }

    private TextRow row(CsvRecord csv) {
        long line = lastLine;
        if (csv.getFieldCount() != columns) {
            return new BadRow(
                    line,
                    csv.getFieldCount() + " fields where the header has " + columns + "; quote a text with a comma");
        }
        Optional<String> label = labelColumn < 0 ? Optional.empty() : Optional.of(csv.getField(labelColumn));
        return check.row(line, csv.getField(textColumn), label);
    }

    private Optional<CsvRecord> read() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord csv = records.next();
            lastLine = linesBefore + csv.getStartingLineNumber();
            return Optional.of(csv);
        } catch (CsvParseException e) {
            throw file.unreadable("the row after line " + lastLine + " does not end; is a quote left open?", e);
        }
    }

    private static List<String> names(CsvRecord header) {
        return header.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Iterator<CsvRecord> reader(Lines lines, int longest) {
        CsvRecordHandler handler =
                CsvRecordHandler.of(limits -> limits.maxFieldSize(longest).maxRecordSize(longest));
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(longest)
                .build(handler, new LineReader(lines))
                .iterator();
    }
}
