package dev.undertone.classification.web.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes CSV that a spreadsheet shows instead of carrying out. */
final class CsvCells implements AutoCloseable {

    /** A cell that begins with one of these is taken for a formula by one spreadsheet or another. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CsvWriter csv;

    CsvCells(Writer out) {
        this.csv = CsvWriter.builder().build(out);
    }

    void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvCells::harmless).toList());
    }

    /** Hands everything on to the writer, which stays open. */
    @Override
    public void close() {
        try {
            csv.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The cell, with a quote in front if it would be a formula. */
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
