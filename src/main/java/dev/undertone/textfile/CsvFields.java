package dev.undertone.textfile;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.undertone.textfile.FieldRow.Broken;
import dev.undertone.textfile.FieldRow.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CSV with a header that names only known columns; an empty cell is no value, except that of the text. */
final class CsvFields implements RowSource<FieldRow> {

    private final CsvRecords records;
    private final List<String> columns;

    CsvFields(NamedFile file, Lines lines, int longest, FieldNames names) {
        this.records = new CsvRecords(file, lines, longest);
        this.columns = columns(file, names);
    }

    /** Whether a line is a header of only known columns, a text among them. */
    static boolean isHeader(String line, FieldNames names) {
        List<Optional<String>> found = Arrays.stream(line.replace("\"", "").split(",", -1))
                .map(names::find)
                .toList();
        return found.contains(Optional.of(FieldNames.TEXT)) && found.stream().allMatch(Optional::isPresent);
    }

    @Override
    public Optional<FieldRow> next() {
        return records.next().map(this::row);
    }

    private FieldRow row(CsvRecord csv) {
        long line = records.line();
        return records.misfit(csv)
                .<FieldRow>map(reason -> new Broken(line, reason, String.join(",", csv.getFields())))
                .orElseGet(() -> new Fields(line, values(csv)));
    }

    private Map<String, String> values(CsvRecord csv) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = csv.getField(i);
            if (!value.isEmpty() || columns.get(i).equals(FieldNames.TEXT)) {
                values.put(columns.get(i), value);
            }
        }
        return values;
    }

    private List<String> columns(NamedFile file, FieldNames names) {
        String where = "line " + records.headerLine();
        List<String> found = new ArrayList<>();
        for (String written : records.header()) {
            String name = names.find(written)
                    .orElseThrow(() -> file.unreadable(where + " has a column that is not one of " + names.listed()
                            + "; the first line is the header"));
            if (found.contains(name)) {
                throw file.unreadable(where + " has the column \"" + name + "\" twice");
            }
            found.add(name);
        }
        if (!found.contains(FieldNames.TEXT)) {
            throw file.unreadable(where + " is no CSV header with a column \"text\"");
        }
        return found;
    }
}
