package dev.undertone.textfile;

import java.util.Optional;

/** Decides in which format a file is. */
interface FormatChoice {

    TextFormat choose(NamedFile file, Lines lines);

    /** By the first line that is not blank, which is surer than a name, then by the name, then these lines. */
    static FormatChoice of(TextFormat plainLines) {
        return (file, lines) -> byContent(lines.peekText().map(Lines.Line::text).orElse(""))
                .or(() -> byName(file.extension()))
                .orElse(plainLines);
    }

    private static Optional<TextFormat> byContent(String firstLine) {
        if (JsonRows.isRow(firstLine)) {
            return Optional.of(TextFormat.JSONL);
        }
        return CsvRows.isHeader(firstLine) ? Optional.of(TextFormat.CSV) : Optional.empty();
    }

    private static Optional<TextFormat> byName(String extension) {
        return switch (extension) {
            case "csv" -> Optional.of(TextFormat.CSV);
            case "jsonl", "ndjson", "json" -> Optional.of(TextFormat.JSONL);
            default -> Optional.empty();
        };
    }
}
