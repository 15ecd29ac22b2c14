package dev.undertone.textfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The lines of a UTF-8 file one at a time, without their ends and without a byte order mark. A line ends with a line
 * feed, a carriage return, or both.
 */
final class Lines {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Bytes; in fewer, zeros say nothing. */
    private static final int SHORTEST_TOLD = 4;

    private final NamedFile file;
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 14];
    private int position;
    private int filled;
    private boolean returned;
    private long lastRead;
    private long lastGiven;
    private Optional<Line> ahead = Optional.empty();

    Lines(NamedFile file, InputStream in, int longest) {
        this.file = file;
        this.in = in;
        this.longest = longest;
    }

    /** The next line, or empty at the end of the file. */
    Optional<Line> next() {
        long firstKept = ahead.map(Line::number).orElse(lastRead + 1);
        Optional<Line> line = lastGiven + 1 < firstKept ? Optional.of(new Line(lastGiven + 1, "")) : take();
        line.ifPresent(given -> lastGiven = given.number());
        return line;
    }

    /** The next line that is not blank, which stays to be read; blank ones before it are counted, not kept. */
    Optional<Line> peekText() {
        while (ahead.isEmpty()) {
            Optional<Line> line = read();
            if (line.isEmpty()) {
                return line;
            }
            ahead = line.filter(read -> !read.text().isBlank());
        }
        return ahead;
    }

    /** The next line that is not blank, and past it. */
    Optional<Line> nextText() {
        Optional<Line> line = peekText();
        while (next().filter(read -> read.text().isBlank()).isPresent()) {
            // blank lines before the one that was found
        }
        return line;
    }

    private Optional<Line> take() {
        Optional<Line> line = ahead.isPresent() ? ahead : read();
        ahead = Optional.empty();
        return line;
    }

    private Optional<Line> read() {
        try {
            Optional<byte[]> bytes = readBytes();
            return bytes.isEmpty() ? Optional.empty() : Optional.of(decode(bytes.get()));
        } catch (ZipException | java.io.EOFException e) {
            throw file.unreadable("the gzip data is damaged or cut off after line " + lastRead, e);
        } catch (IOException e) {
            throw file.unreadable("reading failed after line " + lastRead + ": " + e.getMessage(), e);
        }
    }

    private Optional<byte[]> readBytes() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (position < filled || fill()) {
            if (returned && buffer[position] == '\n') {
                returned = false;
                position++;
                continue;
            }
            returned = false;
            int end = position;
            while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            line.write(buffer, position, end - position);
            if (line.size() > longest) {
                throw file.tooLarge("line " + (lastRead + 1) + " is longer than " + longest + " bytes");
            }
            position = end;
            if (end < filled) {
                returned = buffer[end] == '\r';
                position++;
                return Optional.of(line.toByteArray());
            }
        }
        return line.size() > 0 ? Optional.of(line.toByteArray()) : Optional.empty();
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private Line decode(byte[] bytes) {
        lastRead++;
        if (looksLikeUtf16(bytes)) {
            throw file.unreadable("line " + lastRead + " looks like UTF-16; save the file as UTF-8 and try again");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean marked = lastRead == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new Line(lastRead, marked ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw file.unreadable("line " + lastRead + " is not UTF-8; save the file as UTF-8 and try again", e);
        }
    }

    /** Whether about every second byte is zero: UTF-16 without a mark is UTF-8, too, but no text. */
    private static boolean looksLikeUtf16(byte[] bytes) {
        int zeros = 0;
        for (byte b : bytes) {
            if (b == 0) {
                zeros++;
            }
        }
        return bytes.length >= SHORTEST_TOLD && zeros * 3L > bytes.length && zeros * 3L < bytes.length * 2L;
    }

    /**
     * One line.
     *
     * @param number counted from 1
     */
    record Line(long number, String text) {}
}
