package dev.undertone.textfile;

import dev.undertone.textfile.Lines.Line;
import dev.undertone.textfile.TextRow.BadRow;
import java.util.Optional;

/** One text a line, with or without a label behind the last semicolon. */
final class LineRows implements RowSource<TextRow> {

    private final Lines lines;
    private final RowCheck check;
    private final boolean labelled;

    LineRows(Lines lines, RowCheck check, boolean labelled) {
        this.lines = lines;
        this.check = check;
        this.labelled = labelled;
    }

    /** Blank lines at the very end of a file are nobody's text; those in between are bad rows. */
    @Override
    public Optional<TextRow> next() {
        Optional<Line> line = lines.next();
        if (line.isEmpty() || (line.get().text().isBlank() && lines.peekText().isEmpty())) {
            return Optional.empty();
        }
        return line.map(labelled ? this::labelled : plain -> check.row(plain.number(), plain.text(), Optional.empty()));
    }

    private TextRow labelled(Line line) {
        int semicolon = line.text().lastIndexOf(';');
        if (semicolon < 0) {
            return new BadRow(line.number(), "there is no semicolon, expected text;label");
        }
        return check.row(
                line.number(),
                line.text().substring(0, semicolon),
                Optional.of(line.text().substring(semicolon + 1)));
    }
}
