package dev.undertone.moderation.web;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.policy.QueueName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a submission that was sent in.
 *
 * @param id which one
 * @param verdict {@code ALLOW}, {@code HOLD} or {@code BLOCK}
 * @param queue where a person looks at it; null if nobody has to
 * @param reasons why
 * @param scores the six probabilities by label; null if the model gave none
 * @param policyVersion which policy version judged; null if none could
 * @param checkpoint which checkpoint scored; null if none did
 */
record SubmissionAnswer(
        String id,
        String verdict,
        @Nullable String queue,
        List<ReasonBody> reasons,
        @Nullable Map<String, Double> scores,
        @Nullable String policyVersion,
        @Nullable String checkpoint) {

    static SubmissionAnswer of(SubmissionDetails submission) {
        return new SubmissionAnswer(
                submission.id().toString(),
                submission.verdict().label(),
                submission.queue().map(QueueName::value).orElse(null),
                ReasonBody.of(submission),
                submission
                        .scoring()
                        .map(Scoring::scores)
                        .map(SubmissionAnswer::byLabel)
                        .orElse(null),
                submission.policyVersion().orElse(null),
                submission.scoring().map(Scoring::checkpoint).orElse(null));
    }

    static Map<String, Double> byLabel(EmotionScores scores) {
        Map<String, Double> byLabel = new LinkedHashMap<>();
        scores.asMap().forEach((emotion, probability) -> byLabel.put(emotion.label(), probability));
        return byLabel;
    }
}
