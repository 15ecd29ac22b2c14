package dev.undertone.moderation.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A copy of a file in which some lines are blank; all others stand where they stood, byte by byte.
 *
 * @param blank which lines, in order
 * @param ends how blank lines end
 */
record BlankedLines(List<Span> blank, Ends ends) {

    /** What ends a line that was made blank. */
    enum Ends {
        FEEDS("\n"),
        RETURNS("\r"),
        BOTH("\r\n");

        private final String end;

        Ends(String end) {
            this.end = end;
        }
    }

    /**
     * Copies a file, packed again if it was.
     *
     * @param in stays open, as does {@code out}
     */
    void copy(InputStream in, OutputStream out) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in);
        if (!startsLikeGzip(bytes)) {
            copyPlain(bytes, out);
            return;
        }
        GZIPOutputStream packed = new GZIPOutputStream(out);
        copyPlain(new BufferedInputStream(new GZIPInputStream(bytes)), packed);
        packed.finish();
    }

    private static boolean startsLikeGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip;
    }

    private void copyPlain(InputStream in, OutputStream out) throws IOException {
        long line = 1;
        int span = 0;
        boolean hidden = false;
        boolean returned = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            boolean restOfEnd = b == '\n' && returned;
            if (!restOfEnd) {
                span = spanAt(line, span);
                hidden = span < blank.size() && blank.get(span).from() <= line;
            }
            boolean end = b == '\n' || b == '\r';
            if (!hidden) {
                out.write(b);
            } else if (end && !restOfEnd) {
                out.write(ends.end.getBytes(StandardCharsets.US_ASCII));
            }
            if (end && !restOfEnd) {
                line++;
            }
            returned = b == '\r';
        }
    }

    private int spanAt(long line, int from) {
        int span = from;
        while (span < blank.size() && blank.get(span).before() <= line) {
            span++;
        }
        return span;
    }

    /**
     * Some lines.
     *
     * @param from the first
     * @param before the first that is not among them
     */
    record Span(long from, long before) {}
}
