package dev.undertone.moderation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.policy.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why the verdict is what it is.
 *
 * @param rule which rule fired; absent where no policy could judge
 * @param emotion whose probability made it fire; this and the three figures are absent for a rule that looks at none
 * @param score the probability
 * @param threshold that it reached
 * @param margin how far it is above
 * @param text the same in one plain sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonBody(
        @Nullable String rule,
        @Nullable String emotion,
        @Nullable Double score,
        @Nullable Double threshold,
        @Nullable Double margin,
        String text) {

    static List<ReasonBody> of(SubmissionDetails submission) {
        if (submission.obstacle().isPresent()) {
            return List.of(new ReasonBody(
                    null, null, null, null, null, submission.obstacle().get()));
        }
        return submission.judgement().stream()
                .flatMap(judgement -> judgement.reasons().stream())
                .map(ReasonBody::of)
                .toList();
    }

    private static ReasonBody of(Reason reason) {
        Optional<Reason.Measure> measure = reason.measure();
        return new ReasonBody(
                reason.rule(),
                measure.map(figures -> figures.emotion().label()).orElse(null),
                measure.map(Reason.Measure::score).orElse(null),
                measure.map(Reason.Measure::threshold).orElse(null),
                measure.map(Reason.Measure::margin).orElse(null),
                reason.text());
    }
}
