package dev.undertone.textfile;

import static dev.undertone.textfile.Files.ROOMY;
import static dev.undertone.textfile.Files.bytes;
import static dev.undertone.textfile.Files.gzip;
import static dev.undertone.textfile.Files.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.textfile.FieldRow.Broken;
import dev.undertone.textfile.FieldRow.Fields;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with more fields than a text. */
final class FieldRowsTests {

    private static final FieldNames NAMES =
            new FieldNames(Map.of("text", "text", "externalid", "id", "external_id", "id", "author", "author"));

    @Test
    void columnsAreFoundByAnyOfTheirSpellings() {
        assertThat(all("a.csv", text("\n External_ID ,TEXT\n7,\"two\nlines\"\n,last\n")))
                .containsExactly(
                        new Fields(3, Map.of("id", "7", "text", "two\nlines")), new Fields(5, Map.of("text", "last")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv|text,shoe|line 1 has a column that is not one of author, id, text",
                "a.csv|externalId,external_id,text|line 1 has the column \"id\" twice",
                "a.csv|author|line 1 is no CSV header with a column \"text\"",
                "a|hello|line 1 has a column that is not one of"
            })
    void aHeaderThatIsNoneRefusesTheFile(String name, String header, String fact) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> FieldRows.open(name, text(header + "\nx\n"), ROOMY, NAMES))
                .withMessageStartingWith(name + ": " + fact);
    }

    @Test
    void brokenRowsSayWhyAndKeepWhatIsWritten() {
        assertThat(all("a.csv", text("text,author\nx,ann,more\n")))
                .singleElement()
                .satisfies(row -> assertThat(((Broken) row).written()).isEqualTo("x,ann,more"));
        List<FieldRow> rows = all(
                "a.jsonl",
                text(String.join(
                        "\n",
                        List.of(
                                "nothing",
                                "[]",
                                "{\"text\":\"a\",\"text\":\"b\"}",
                                "{\"author\":\"ann\"}",
                                "{\"text\":\"a\"} {}",
                                "{\"text\":\"a\",\"id\":\"1\"}",
                                "{\"text\":\"a\",\"author\":null}"))));

        assertThat(rows.subList(0, 6)).allSatisfy(row -> assertThat(row).isInstanceOf(Broken.class));
        assertThat(((Broken) rows.get(0)).reason()).startsWith("broken JSON near column 1");
        assertThat(((Broken) rows.get(1)).reason()).startsWith("no JSON object");
        assertThat(((Broken) rows.get(3)).reason()).startsWith("the field \"text\" is missing");
        assertThat(((Broken) rows.get(5)).reason()).startsWith("a field that is not one of author, id, text");
        assertThat(rows.get(6)).isEqualTo(new Fields(7, Map.of("text", "a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.csv|{\"text\":\"hello\"}|1",
                "a.jsonl|text\\nhello|2",
                "a|{\"text\":\"hello\"}|1",
                "a|text\\nhello|2",
                "a.jsonl|{\"text\":\"hello\"}|1"
            })
    void contentDecidesBeforeTheName(String name, String content, long line) {
        assertThat(all(name, text(content.replace("\\n", "\n"))))
                .containsExactly(new Fields(line, Map.of("text", "hello")));
        assertThat(all(name, bytes(gzip(content.replace("\\n", "\n")))))
                .containsExactly(new Fields(line, Map.of("text", "hello")));
    }

    private static List<FieldRow> all(String name, InputStream in) {
        List<FieldRow> all = new ArrayList<>();
        try (FieldRows rows = FieldRows.open(name, in, ROOMY, NAMES)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
