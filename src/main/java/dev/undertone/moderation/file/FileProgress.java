package dev.undertone.moderation.file;

import java.util.OptionalLong;

/**
 * How many rows of a file have been dealt with, and how.
 *
 * @param lineReached the line on which the last of them begins; 0 before the first
 * @param rowsRead all of them
 * @param submitted new submissions
 * @param alreadyKnown those whose external id was stored in their channel before
 * @param rejected those that can be no submission
 * @param total rows of the whole file; empty until they have been counted
 */
public record FileProgress(
        long lineReached, long rowsRead, long submitted, long alreadyKnown, long rejected, OptionalLong total) {

    static final FileProgress NONE = new FileProgress(0, 0, 0, 0, 0, OptionalLong.empty());

    FileProgress counted(long rows) {
        return new FileProgress(lineReached, rowsRead, submitted, alreadyKnown, rejected, OptionalLong.of(rows));
    }

    /** After some more rows, the last of which begins on this line. */
    FileProgress after(long line, long created, long known, long bad) {
        return new FileProgress(
                line,
                rowsRead + created + known + bad,
                submitted + created,
                alreadyKnown + known,
                rejected + bad,
                total);
    }
}
