package dev.undertone.moderation.file;

import dev.undertone.textfile.CsvCells;
import java.io.Writer;
import java.util.List;

/** The rejected rows of a file as CSV, read bit by bit while it is written. */
public final class RejectedFile {

    private static final int AT_ONCE = 200;

    private final RejectedRows rows;
    private final FileJobId job;

    RejectedFile(RejectedRows rows, FileJobId job) {
        this.rows = rows;
        this.job = job;
    }

    /** Writes line, reason and text of each row; the writer stays open. */
    public void write(Writer out) {
        try (CsvCells cells = new CsvCells(out)) {
            cells.row(List.of("line", "reason", "text"));
            List<RejectedRow> part = rows.after(job, 0, AT_ONCE);
            while (!part.isEmpty()) {
                part.forEach(row -> cells.row(List.of(Long.toString(row.line()), row.reason(), row.text())));
                part = rows.after(job, part.get(part.size() - 1).line(), AT_ONCE);
            }
        }
    }
}
