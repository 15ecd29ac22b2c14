package dev.undertone.textfile;

import static dev.undertone.textfile.Files.ROOMY;
import static dev.undertone.textfile.Files.all;
import static dev.undertone.textfile.Files.bytes;
import static dev.undertone.textfile.Files.gzip;
import static dev.undertone.textfile.Files.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableFileTests {

    private static final RowLimits TIGHT = new RowLimits(1000, 5000, 100, 400, 30, 100);

    @Test
    void lineThatIsNotUtf8IsNamedAndTheRowsBeforeItStay() {
        TextRows rows =
                TextRows.open("a.txt", bytes("one\ntwo\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)), ROOMY);
        assertThat(rows.next().line()).isEqualTo(1);
        assertThat(rows.next().line()).isEqualTo(2);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(rows::hasNext)
                .withMessage("a.txt: line 3 is not UTF-8; save the file as UTF-8 and try again");
    }

    @Test
    void lineOfACsvThatIsNotUtf8IsNamedToo() {
        TextRows rows =
                TextRows.open("a.csv", bytes("text\none\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)), ROOMY);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> rows.forEachRemaining(row -> {}))
                .withMessage("a.csv: line 3 is not UTF-8; save the file as UTF-8 and try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void wideTextWithoutAMarkIsNotReadAsLetters(String charset) {
        refused("a.txt", bytes("i feel fine\nfine\n".getBytes(Charset.forName(charset))))
                .withMessage("a.txt: line 1 looks like UTF-16; save the file as UTF-8 and try again");
    }

    @Test
    void zerosInAFileAreNotTakenForUtf16() {
        assertThat(all(TextRows.open("a.txt", text("i feel\0 fine\n\0\0\0\0\n\0a\n"), ROOMY)))
                .hasSize(3);
    }

    @Test
    void csvWithoutATextColumnIsRefused() {
        refused("a.csv", text("\nwords,label\n"))
                .withMessage(
                        "a.csv: line 2 is no CSV header with a column \"text\", expected text,label or text alone");
    }

    @Test
    void quoteLeftOpenIsRefusedWithTheLineBeforeIt() {
        refused("a.csv", text("text\nfine\n\"never closed\n"))
                .withMessage("a.csv: the row after line 2 does not end; is a quote left open?");
    }

    @Test
    void quoteLeftOpenIsNotReadBeyondTheLongestRow() {
        refused("a.csv", text("text\n\"open\n" + "line\n".repeat(100)))
                .withMessage("a.csv: the row after line 1 does not end; is a quote left open?");
    }

    @Test
    void fileOverTheLimitOfBytesIsTooLarge() {
        tooLarge("a.txt", text("line\n".repeat(201))).withMessage("a.txt: larger than 1000 bytes");
    }

    @Test
    void unpackedTextOverItsLimitIsTooLarge() {
        tooLarge("a.gz", bytes(gzip("0123456789".repeat(30) + "\n" + "x\n".repeat(3000))))
                .withMessage("a.gz: holds more than 5000 bytes of text");
    }

    @Test
    void rowOverItsLimitIsTooLarge() {
        tooLarge("a.txt", text("short\n" + "x".repeat(401))).withMessage("a.txt: line 2 is longer than 400 bytes");
    }

    @Test
    void rowsOverTheirLimitAreTooMany() {
        tooLarge("a.txt", text("x\n".repeat(31))).withMessage("a.txt: has more than 30 rows");
    }

    @Test
    void lastRowWithinTheLimitIsRead() {
        assertThat(all(TextRows.open("a.txt", text("x\n".repeat(30)), TIGHT))).hasSize(30);
    }

    @Test
    void bombIsRefusedAfterALittleOfItIsUnpacked() throws IOException {
        byte[] megabytes = new byte[1 << 20];
        Arrays.fill(megabytes, (byte) '\n');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 50; i++) {
                gzip.write(megabytes);
            }
        }
        refused("a.txt", bytes(packed.toByteArray())).withMessage("a.txt: unpacks to more than 200 times its size");
    }

    @Test
    void chainOfEmptyPartsDoesNotEndTheStack() {
        byte[] empty = gzip("");
        InputStream chain = new SequenceInputStream(Collections.enumeration(
                IntStream.range(0, 100_000).mapToObj(i -> bytes(empty)).toList()));
        refused("a.gz", chain).withMessage("a.gz: the gzip data is damaged or cut off after line 0");
    }

    @Test
    void partsOneAfterTheOtherAreOneText() {
        InputStream parts = new SequenceInputStream(bytes(gzip("one\ntw")), bytes(gzip("o\nthree")));
        assertThat(all(TextRows.open("a.txt.gz", parts, ROOMY)))
                .extracting(row -> ((TextRow.GoodRow) row).text())
                .containsExactly("one", "two", "three");
    }

    @Test
    void cutOffArchiveIsRefused() {
        byte[] whole = gzip("some words\n".repeat(50));
        refused("a.gz", bytes(Arrays.copyOf(whole, whole.length - 9)))
                .withMessageStartingWith("a.gz: the gzip data is damaged or cut off after line ");
        refused("a.gz", bytes(Arrays.copyOf(whole, 5)))
                .withMessage("a.gz: the gzip data is damaged or cut off at its beginning");
    }

    @Test
    void whatFollowsThePartsOfAnArchiveWithoutBeingOneIsNotLeftOut() {
        byte[] whole = gzip("one\ntwo\n");
        for (int kept = 1; kept < whole.length; kept++) {
            byte[] cut = Arrays.copyOf(whole, kept);
            refused("a.gz", new SequenceInputStream(bytes(whole), bytes(cut)))
                    .withMessageContaining("damaged or cut off");
            refused("a.gz", new SequenceInputStream(bytes(whole), bytes(new byte[kept])))
                    .withMessageContaining("damaged or cut off");
        }
        refused("a.gz", new SequenceInputStream(bytes(whole), bytes(new byte[100_000])))
                .withMessageContaining("damaged or cut off");
    }

    @Test
    void brokenStreamIsRefusedWithItsReason() {
        InputStream broken = new FilterInputStream(bytes(new byte[1])) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk gone");
            }
        };
        refused("a.txt", broken).withMessageContaining("disk gone");
    }

    @Test
    void nameCannotBreakTheLineOfTheMessage() {
        refused("a\n\u001b[31m.csv", text("x")).withMessageStartingWith("a??[31m.csv: line 1 is no CSV header");
    }

    private static ThrowableAssertAlternative<UnreadableFile> refused(String name, InputStream in) {
        RowLimits limits = new RowLimits(Long.MAX_VALUE, Long.MAX_VALUE, 200, 400, Long.MAX_VALUE, 100);
        return assertThatExceptionOfType(UnreadableFile.class).isThrownBy(() -> all(TextRows.open(name, in, limits)));
    }

    private static ThrowableAssertAlternative<UnreadableFile.TooLarge> tooLarge(String name, InputStream in) {
        return assertThatExceptionOfType(UnreadableFile.TooLarge.class)
                .isThrownBy(() -> all(TextRows.open(name, in, TIGHT)));
    }
}
