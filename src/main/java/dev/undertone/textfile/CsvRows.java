package dev.undertone.textfile;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.undertone.textfile.TextRow.BadRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CSV by RFC 4180 with a header; empty lines are no rows, columns other than text and label are let pass. */
final class CsvRows implements RowSource<TextRow> {

    private static final String TEXT = "text";
    private static final String LABEL = "label";

    private final RowCheck check;
    private final CsvRecords records;
    private final int textColumn;
    private final int labelColumn;

    CsvRows(NamedFile file, Lines lines, RowLimits limits) {
        this.check = new RowCheck(limits.textLength());
        this.records = new CsvRecords(file, lines, limits.rowBytes());
        this.textColumn = records.header().indexOf(TEXT);
        this.labelColumn = records.header().indexOf(LABEL);
        if (textColumn < 0) {
            throw file.unreadable("line " + records.headerLine()
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
        return records.next().map(this::row);
    }

    private TextRow row(CsvRecord csv) {
        long line = records.line();
        return records.misfit(csv)
                .<TextRow>map(reason -> new BadRow(line, reason))
                .orElseGet(() -> {
                    Optional<String> label =
                            labelColumn < 0 ? Optional.empty() : Optional.of(csv.getField(labelColumn));
                    return check.row(line, csv.getField(textColumn), label);
                });
    }
}
