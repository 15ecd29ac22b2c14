package dev.undertone.moderation.file;

import dev.undertone.moderation.StorableText;
import java.util.Optional;

/**
 * A row that can be no submission.
 *
 * @param line the line of the file on which it begins, counted from 1
 * @param reason what is wrong with it, without its own words
 * @param author who wrote it, if it says so
 * @param text its text, or the whole row if that could not be told
 */
public record RejectedRow(long line, String reason, Optional<String> author, String text) {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_AUTHOR = 200;
    private static final int LONGEST_REASON = 500;

    /** Cuts what is too long to be kept, and replaces what a database cannot hold. */
    public RejectedRow {
        reason = cut(reason, LONGEST_REASON);
        author = author.map(name -> cut(name, LONGEST_AUTHOR));
        text = cut(text, LONGEST_TEXT);
    }

    private static String cut(String value, int longest) {
        return StorableText.of(value.substring(0, Math.min(value.length(), longest)));
    }
}
