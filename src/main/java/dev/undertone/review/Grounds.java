package dev.undertone.review;

import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.policy.Reason;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What held a submission.
 *
 * @param rule the rule for which a person looks at it; null if none fired
 * @param policyVersion the policy version; null if none judged
 * @param checkpoint the checkpoint whose scores were judged; null if there were no scores
 */
@Embeddable
public record Grounds(
        @Nullable String rule,
        @Nullable String policyVersion,
        @Nullable String checkpoint) {

    static final Grounds NONE = new Grounds(null, null, null);

    static Grounds of(SubmissionHeld held) {
        String rule = held.judgement().stream()
                .flatMap(judgement -> judgement.reasons().stream())
                .findFirst()
                .map(Reason::rule)
                .orElse(null);
        return new Grounds(
                rule, held.policyVersion().orElse(null), held.checkpoint().orElse(null));
    }
}
