package dev.undertone.moderation.file;

import dev.undertone.moderation.NewSubmission;

/** A row of a file as the intake sees it. */
sealed interface ReadRow {

    /** The line of the file on which it begins. */
    long line();

    /** A row that can be submitted. */
    record Good(long line, NewSubmission submission) implements ReadRow {

        /** The same row, if it turns out that it cannot. */
        RejectedRow rejected(String reason) {
            return new RejectedRow(line, reason, submission.author(), submission.text());
        }
    }

    /** A row that cannot. */
    record Bad(RejectedRow row) implements ReadRow {

        @Override
        public long line() {
            return row.line();
        }
    }
}
