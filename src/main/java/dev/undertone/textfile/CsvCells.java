package dev.undertone.textfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** Writes CSV that a spreadsheet shows instead of carrying out. */
public final class CsvCells implements AutoCloseable {

    /** A cell that begins with one of these is taken for a formula by one spreadsheet or another. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CsvWriter csv;

    /** Writes to where the caller says, and leaves it open. */
    public CsvCells(Writer out) {
        this.csv = CsvWriter.builder().build(out);
    }

    /** Writes one row; a cell that would be a formula gets a quote in front. */
    public void row(List<String> cells) {
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
