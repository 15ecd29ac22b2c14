package dev.undertone.textfile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The records of a CSV file by RFC 4180, each with the line on which it starts; empty lines are none. */
final class CsvRecords {

    private final NamedFile file;
    private final long linesBefore;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private long line;

    /** Reads the header. */
    CsvRecords(NamedFile file, Lines lines, int longest) {
        this.file = file;
        this.linesBefore = lines.peekText().map(first -> first.number() - 1).orElse(0L);
        this.records = reader(lines, longest);
        this.header = next().map(CsvRecords::names).orElse(List.of());
    }

    /** The names of the columns without blanks around them, in lower case; empty if the file has no line. */
    List<String> header() {
        return header;
    }

    /** The line of the file on which the header stands. */
    long headerLine() {
        return linesBefore + 1;
    }

    /** The line on which the last record starts. */
    long line() {
        return line;
    }

    Optional<CsvRecord> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord csv = records.next();
            line = linesBefore + csv.getStartingLineNumber();
            return Optional.of(csv);
        } catch (CsvParseException e) {
            // The parser wraps whatever goes wrong beneath it.
            if (e.getCause() instanceof UnreadableFile beneath) {
                throw beneath;
            }
            throw file.unreadable("the row after line " + line + " does not end; is a quote left open?", e);
        }
    }

    /** What is wrong with a record of another width than the header's; empty if nothing is. */
    Optional<String> misfit(CsvRecord csv) {
        return csv.getFieldCount() == header.size()
                ? Optional.empty()
                : Optional.of(csv.getFieldCount() + " fields where the header has " + header.size()
                        + "; quote a text with a comma");
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
