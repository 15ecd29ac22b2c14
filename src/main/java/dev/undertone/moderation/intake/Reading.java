package dev.undertone.moderation.intake;

import dev.undertone.moderation.SubmissionDetails.Scoring;

/** What came of asking the model about one text. */
sealed interface Reading {

    /**
     * It answered.
     *
     * @param scoring what it said
     */
    record Read(Scoring scoring) implements Reading {}

    /**
     * It gave no answer that could be used.
     *
     * @param why in plain words
     */
    record Unread(String why) implements Reading {}
}
