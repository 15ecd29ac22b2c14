package dev.undertone.moderation.submissions;

import dev.undertone.emotion.Emotion;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Reason;
import dev.undertone.policy.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a judgement that has no column of its own.
 *
 * @param reasons why, in their order
 * @param weight what it adds to the priority of review
 */
record JudgementJson(List<ReasonJson> reasons, double weight) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(Judgement judgement) {
        List<ReasonJson> reasons =
                judgement.reasons().stream().map(ReasonJson::of).toList();
        return JSON.writeValueAsString(new JudgementJson(reasons, judgement.weight()));
    }

    static Judgement read(String json, Verdict verdict, Optional<QueueName> queue) {
        JudgementJson kept = JSON.readValue(json, JudgementJson.class);
        return new Judgement(
                verdict, queue, kept.reasons.stream().map(ReasonJson::reason).toList(), kept.weight);
    }

    /**
     * A reason; the three figures are all there or all null.
     *
     * @param rule which rule
     * @param emotion whose probability
     * @param score the probability
     * @param threshold that it reached
     * @param text the same in a sentence
     */
    record ReasonJson(
            String rule,
            @Nullable Emotion emotion,
            @Nullable Double score,
            @Nullable Double threshold,
            String text) {

        static ReasonJson of(Reason reason) {
            Reason.@Nullable Measure measure = reason.measure().orElse(null);
            return measure == null
                    ? new ReasonJson(reason.rule(), null, null, null, reason.text())
                    : new ReasonJson(
                            reason.rule(), measure.emotion(), measure.score(), measure.threshold(), reason.text());
        }

        Reason reason() {
            return emotion == null || score == null || threshold == null
                    ? new Reason(rule, Optional.empty(), text)
                    : new Reason(rule, Optional.of(new Reason.Measure(emotion, score, threshold)), text);
        }
    }
}
