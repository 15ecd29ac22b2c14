package dev.undertone.textfile;

import static dev.undertone.textfile.Files.ROOMY;
import static dev.undertone.textfile.Files.all;
import static dev.undertone.textfile.Files.bytes;
import static dev.undertone.textfile.Files.gzip;
import static dev.undertone.textfile.Files.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRowsTests {

    private static final String JSONL = "{\"text\":\"we won; really\",\"label\":\"joy\"}\n";

    @Test
    void lineMayEndWithACarriageReturnAlone() {
        assertThat(all(TextRows.open("a.txt", text("one\rtwo\r\nthree\nfour"), ROOMY)))
                .extracting(row -> row instanceof GoodRow good ? good.line() + good.text() : row.toString())
                .containsExactly("1one", "2two", "3three", "4four");
        assertThat(all(TextRows.open("a.jsonl", text("{\"text\":\"one\"}\r{\"text\":\"two\"}\r"), ROOMY)))
                .extracting(row -> row instanceof GoodRow good ? good.line() + good.text() : row.toString())
                .containsExactly("1one", "2two");
    }

    @Test
    void labelStandsAfterTheLastSemicolon() {
        assertThat(all(TextRows.openLabelled("a.txt", text("oh; no; joy ;fear \n"), ROOMY)))
                .containsExactly(good(1, "oh; no; joy ", "fear"));
    }

    @Test
    void semicolonOfAnUploadedLineStaysInTheText() {
        assertThat(all(TextRows.open("a.txt", text("well; joy"), ROOMY))).containsExactly(good(1, "well; joy"));
    }

    @Test
    void badLinesDoNotStopTheGoodOnes() {
        assertThat(all(TextRows.openLabelled(
                        "a.txt", text("no label\r\nfine;joy\r\n;joy\r\nlast;\r\nend;love"), ROOMY)))
                .containsExactly(
                        new BadRow(1, "there is no semicolon, expected text;label"),
                        good(2, "fine", "joy"),
                        new BadRow(3, "the text is blank"),
                        new BadRow(4, "the label is blank"),
                        good(5, "end", "love"));
    }

    @Test
    void blankLinesCountExceptAtTheEnd() {
        assertThat(all(TextRows.open("a.txt", text("\n \none\n\ntwo\n\n\n \n"), ROOMY)))
                .containsExactly(
                        new BadRow(1, "the text is blank"),
                        new BadRow(2, "the text is blank"),
                        good(3, "one"),
                        new BadRow(4, "the text is blank"),
                        good(5, "two"));
    }

    @Test
    void csvTakesItsColumnsByName() {
        String csv = "id,Label,TEXT\n7,joy,\"a \"\"quoted\"\" comma, and\na second line\"\n\n8,fear,plain\n9,love\n";
        assertThat(all(TextRows.open("a.csv", text(csv), ROOMY)))
                .containsExactly(
                        good(2, "a \"quoted\" comma, and\na second line", "joy"),
                        good(5, "plain", "fear"),
                        new BadRow(6, "2 fields where the header has 3; quote a text with a comma"));
    }

    @Test
    void csvWithoutLabelsIsRead() {
        assertThat(all(TextRows.open("a.csv", text("\n\ntext\nhello\n\"\"\n"), ROOMY)))
                .containsExactly(good(4, "hello"), new BadRow(5, "the text is blank"));
    }

    @Test
    void jsonlTakesLabelsAsNameOrNumber() {
        String jsonl = """
                {"text":"one","label":3}

                {"text":"two","label":"joy","id":[1]}
                {"text":"three","label":null}
                {"text":"four"}
                """;
        assertThat(all(TextRows.open("a.jsonl", text(jsonl), ROOMY)))
                .containsExactly(good(1, "one", "3"), good(3, "two", "joy"), good(4, "three"), good(5, "four"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"x\",\"label\":1.5}|the field \"label\" is neither a name nor a whole number",
                "{\"text\":\"x\",\"label\":[]}|the field \"label\" is neither a name nor a whole number",
                "{\"label\":\"joy\"}|the field \"text\" is missing, expected a JSON object such as {\"text\":\"…\"}",
                "{\"text\":5}|the field \"text\" is not a string, expected a JSON object such as {\"text\":\"…\"}",
                "[1]|expected a JSON object such as {\"text\":\"…\"}",
                "{\"text\":\"a\"} x|broken JSON near column 14, expected a JSON object such as {\"text\":\"…\"}",
                "{\"text\":\"\\ud83d\"}|the text has half of a character (a surrogate without its pair)",
            })
    void brokenJsonIsABadRowThatSaysWhatWasExpected(String line, String reason) {
        assertThat(all(TextRows.open("a.jsonl", text(line + "\n{\"text\":\"next\"}"), ROOMY)))
                .containsExactly(new BadRow(1, reason), good(2, "next"));
    }

    @Test
    void deepJsonIsABadRow() {
        assertThat(all(TextRows.open("a.jsonl", text("{\"text\":" + "[".repeat(100_000)), ROOMY)))
                .singleElement()
                .isInstanceOf(BadRow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.csv", "a.jsonl", "a", "a.gz", "A.JSONL.GZ"})
    void contentTellsJsonlWhateverTheName(String name) {
        assertThat(all(TextRows.open(name, text(JSONL), ROOMY))).containsExactly(good(1, "we won; really", "joy"));
        assertThat(all(TextRows.open(name, bytes(gzip(JSONL)), ROOMY)))
                .containsExactly(good(1, "we won; really", "joy"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt,LINES,one",
        "a.csv,CSV,text",
        "a.csv.gz,CSV,text",
        "a.jsonl,JSONL,one",
        "a.ndjson.gz,JSONL,one",
        "a.txt,CSV,'label,text'",
        "a.txt,LINES,'text, that is all'",
        "a.txt,LINES,{one}",
        "'',LINES,''",
    })
    void nameDecidesWhereTheContentDoesNot(String name, TextFormat expected, String content) {
        try (TextRows rows = TextRows.open(name, text(content), ROOMY)) {
            assertThat(rows.format()).isEqualTo(expected);
        }
    }

    @Test
    void callerMayForceAFormat() {
        assertThat(all(TextRows.open("a.csv", text("{\"text\":\"x\"}"), ROOMY, TextFormat.LINES)))
                .containsExactly(good(1, "{\"text\":\"x\"}"));
    }

    @ParameterizedTest
    @CsvSource({"a.txt,hello", "a.csv,'text\nhello'", "a.jsonl,'{\"text\":\"hello\"}'"})
    void byteOrderMarkIsNoPartOfTheText(String name, String content) {
        assertThat(all(TextRows.open(name, text("\ufeff" + content), ROOMY)))
                .singleElement()
                .extracting(row -> ((GoodRow) row).text())
                .isEqualTo("hello");
    }

    @Test
    void textOverTheLimitIsABadRow() {
        String content = "a".repeat(20_001) + "\n" + "b".repeat(20_000);
        assertThat(all(TextRows.open("a.txt", text(content), ROOMY)))
                .containsExactly(
                        new BadRow(1, "the text has 20001 characters, at most 20000 are read"),
                        good(2, "b".repeat(20_000)));
    }

    private static GoodRow good(long line, String text) {
        return new GoodRow(line, text, Optional.empty());
    }

    private static GoodRow good(long line, String text, String label) {
        return new GoodRow(line, text, Optional.of(label));
    }
}
