package dev.undertone.textfile;

import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import java.util.Optional;

/** Decides whether a text is one: what every format asks before it hands out a row. */
record RowCheck(int textLength) {

    TextRow row(long line, String text, Optional<String> label) {
        if (text.isBlank()) {
            return new BadRow(line, "the text is blank");
        }
        if (text.length() > textLength) {
            return new BadRow(
                    line, "the text has " + text.length() + " characters, at most " + textLength + " are read");
        }
        if (hasHalfCharacter(text)) {
            return new BadRow(line, "the text has half of a character (a surrogate without its pair)");
        }
        Optional<String> written = label.map(String::strip);
        if (written.filter(String::isEmpty).isPresent()) {
            return new BadRow(line, "the label is blank");
        }
        return new GoodRow(line, text, written);
    }

    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }
}
