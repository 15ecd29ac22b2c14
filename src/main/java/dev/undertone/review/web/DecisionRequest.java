package dev.undertone.review.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.review.decisions.Feedback;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision, as it was sent.
 *
 * @param outcome APPROVED, REJECTED, IGNORED or ESCALATED
 * @param version of the item as the person saw it
 * @param token of the lease
 * @param reason why, in their words
 * @param correction the emotion that they read instead of the model's
 * @param feedback POLICY_WRONG, EMOTION_WRONG or BOTH_RIGHT
 */
record DecisionRequest(
        @Nullable String outcome,
        @Nullable Long version,
        @Nullable Long token,
        @Nullable String reason,
        @Nullable String correction,
        @Nullable String feedback) {

    private static final int LONGEST_REASON = 2000;

    long seenVersion() {
        return Asked.condition("version", version);
    }

    long leaseToken() {
        return Asked.condition("token", token);
    }

    Opinion opinion() {
        return opinion(outcome, reason, correction, feedback);
    }

    static Opinion opinion(
            @Nullable String outcome, @Nullable String reason, @Nullable String correction, @Nullable String feedback) {
        if (outcome == null) {
            throw RequestRefused.because("\"outcome\" is missing, expected one of " + Outcome.choices() + ".");
        }
        Outcome chosen = Outcome.chosen(outcome)
                .orElseThrow(() -> RequestRefused.unknown("outcome", outcome, Outcome.choices()));
        Optional<Emotion> corrected = Asked.emotion("correction", correction);
        Optional<Feedback> thought = feedback(feedback);
        if (corrected.isPresent() && thought.orElse(Feedback.EMOTION_WRONG) == Feedback.BOTH_RIGHT) {
            throw RequestRefused.because("\"correction\" says that the emotion is wrong, \"feedback\" that both are"
                    + " right; leave one of them out.");
        }
        return new Opinion(chosen, Asked.words("reason", reason, LONGEST_REASON), corrected, thought);
    }

    static Optional<Feedback> feedback(@Nullable String feedback) {
        return feedback == null
                ? Optional.empty()
                : Optional.of(Feedback.withName(feedback)
                        .orElseThrow(() -> RequestRefused.unknown("feedback", feedback, Feedback.names())));
    }
}
