package dev.undertone.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on, as an opaque string.
 *
 * @param parts what the order of the list needs: the sort key and an id, say
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\n";

    /** Later than any moment of ours, and so near that nanoseconds between any two moments fit into a long. */
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Copies the parts. */
    public Cursor {
        parts = List.copyOf(parts);
    }

    /** A cursor of these parts, none of which may contain a line end. */
    public static String encode(String... parts) {
        byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a cursor that a caller sent back.
     *
     * @param expected how many parts it must have
     * @throws BadCursor if it is none of ours
     */
    public static Cursor decode(String cursor, int expected) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() != expected) {
                throw new BadCursor();
            }
            return new Cursor(parts);
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw new BadCursor(notOurs);
        }
    }

    /**
     * Reads a moment in a cursor.
     *
     * @throws BadCursor if it is none that we gave
     */
    public static Instant time(String written) {
        try {
            return time(Instant.parse(written));
        } catch (DateTimeException notOurs) {
            throw new BadCursor(notOurs);
        }
    }

    /**
     * Looks at a moment in a cursor that was written in another way.
     *
     * @throws BadCursor if it is none that we gave
     */
    public static Instant time(Instant read) {
        if (read.isBefore(Instant.EPOCH) || read.isAfter(LAST)) {
            throw new BadCursor();
        }
        return read;
    }
}
