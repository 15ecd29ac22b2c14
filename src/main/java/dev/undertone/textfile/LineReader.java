package dev.undertone.textfile;

import java.io.Reader;
import java.util.Optional;

/** Lines as a stream of characters again, each ended by a line feed, from the first that is not blank. */
final class LineReader extends Reader {

    private final Lines lines;
    private String current = "";
    private int position;
    private boolean started;

    LineReader(Lines lines) {
        this.lines = lines;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position == current.length() && !advance()) {
            return -1;
        }
        int count = Math.min(length, current.length() - position);
        current.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    private boolean advance() {
        Optional<Lines.Line> line = lines.next();
        while (!started && line.filter(read -> read.text().isBlank()).isPresent()) {
            line = lines.next();
        }
        started = true;
        position = 0;
        current = line.map(read -> read.text() + "\n").orElse("");
        return line.isPresent();
    }

    @Override
    public void close() {
        // the stream beneath belongs to whoever opened the file
    }
}
