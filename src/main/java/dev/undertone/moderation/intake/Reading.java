package dev.undertone.moderation.intake;

import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import java.util.Optional;

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
     * @param away there if it could not be asked at all, and may be asked again later
     */
    record Unread(String why, Optional<ClassifierUnavailable> away) implements Reading {}
}
