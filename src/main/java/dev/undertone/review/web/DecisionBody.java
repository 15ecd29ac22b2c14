package dev.undertone.review.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.review.decisions.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param id to undo it by
 * @param reviewable about which item
 * @param submission about which submission
 * @param outcome APPROVED, REJECTED, IGNORED, ESCALATED or UNDONE
 * @param undoes the decision that it takes back
 * @param bulk together with which others it was made
 * @param decidedBy who
 * @param decidedAt when
 * @param reason why
 * @param correction the emotion that the person read
 * @param feedback what they thought of the machine's part
 */
record DecisionBody(
        String id,
        String reviewable,
        String submission,
        String outcome,
        @Nullable String undoes,
        @Nullable String bulk,
        String decidedBy,
        Instant decidedAt,
        @Nullable String reason,
        @Nullable String correction,
        @Nullable String feedback) {

    static DecisionBody of(Decision decision) {
        return new DecisionBody(
                decision.id().toString(),
                decision.reviewable().toString(),
                decision.submission().toString(),
                decision.outcome().name(),
                decision.undoes().map(UUID::toString).orElse(null),
                decision.bulk().map(UUID::toString).orElse(null),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.reason().orElse(null),
                decision.correction().map(Emotion::label).orElse(null),
                decision.feedback().map(Enum::name).orElse(null));
    }
}
