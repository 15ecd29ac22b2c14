package dev.undertone.textfile;

/** How a file holds its rows. */
public enum TextFormat {
    /** One text a line, without a label; a semicolon is part of the text. */
    LINES,
    /** {@code text;label}, one a line; the label stands after the last semicolon. */
    LABELLED_LINES,
    /** CSV with a header that has a column {@code text} and perhaps a column {@code label}. */
    CSV,
    /** One JSON object a line: {@code {"text":…}}, perhaps with {@code "label"} as a name or a number. */
    JSONL
}
