package dev.undertone.textfile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Feeds anything to the reader; with {@code JAZZER_FUZZ=1} for a minute, otherwise the inputs kept in the resources.
 */
class TextRowsFuzzTests {

    private static final List<String> NAMES =
            List.of("a.txt", "a.csv", "a.jsonl", "a.txt.gz", "", "a\0.json", "x".repeat(500));
    private static final RowLimits LIMITS = new RowLimits(100_000, 400_000, 50, 2_000, 500, 1_000);

    /** The first byte picks the name, the second the format. */
    @FuzzTest(maxDuration = "1m")
    void anyBytesGiveRowsOrOneFact(byte[] input) {
        if (input.length < 2) {
            return;
        }
        String name = NAMES.get(Math.floorMod(input[0], NAMES.size()));
        byte[] content = Arrays.copyOfRange(input, 2, input.length);
        try (TextRows rows = open(name, content, input[1])) {
            long line = 0;
            while (rows.hasNext()) {
                TextRow row = rows.next();
                if (row.line() <= line) {
                    throw new IllegalStateException("line " + row.line() + " after line " + line);
                }
                line = row.line();
            }
        } catch (UnreadableFile fact) {
            if (String.valueOf(fact.getMessage()).lines().count() != 1) {
                throw new IllegalStateException("more than one line: " + fact.getMessage(), fact);
            }
        }
    }

    private static TextRows open(String name, byte[] content, byte choice) {
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        TextFormat[] formats = TextFormat.values();
        int format = Math.floorMod(choice, formats.length + 2);
        if (format < formats.length) {
            return TextRows.open(name, in, LIMITS, formats[format]);
        }
        return format == formats.length ? TextRows.open(name, in, LIMITS) : TextRows.openLabelled(name, in, LIMITS);
    }
}
