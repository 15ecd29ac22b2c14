package dev.undertone.review.web;

import dev.undertone.audit.Actor;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.Reason;
import dev.undertone.review.LastDecision;
import dev.undertone.review.Reviewable;
import dev.undertone.review.priority.Priority;
import dev.undertone.review.reading.ItemDetails;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An item.
 *
 * @param id which one
 * @param version to send along with a decision
 * @param lease who has it; null if nobody
 * @param queue where it waits
 * @param status OPEN, ESCALATED, HELD, DECIDED or ERASED
 * @param escalated whether it was given to the leads
 * @param createdAt when it came in
 * @param targetAt by when its queue wants it decided
 * @param due by when the one to whom it is assigned should decide
 * @param priority why it stands where it stands
 * @param submission what is reviewed
 * @param emotion the most probable one; null if the model said nothing
 * @param scores all six
 * @param notices what to know before trusting them
 * @param verdict what the policy said
 * @param reasons why
 * @param policyVersion which policy version
 * @param checkpoint which checkpoint
 * @param decision the decision that stands
 * @param erasedAt since when the text is gone; null while it is kept
 */
record ReviewableBody(
        String id,
        long version,
        @Nullable LeaseBody lease,
        String queue,
        String status,
        boolean escalated,
        Instant createdAt,
        Instant targetAt,
        @Nullable Instant due,
        Terms priority,
        Text submission,
        @Nullable String emotion,
        @Nullable Map<String, Double> scores,
        Set<Notice> notices,
        @Nullable String verdict,
        List<Cause> reasons,
        @Nullable String policyVersion,
        @Nullable String checkpoint,
        @Nullable Standing decision,
        @Nullable Instant erasedAt) {

    static ReviewableBody of(ItemDetails details, Actor reader) {
        Reviewable item = details.item();
        Optional<SubmissionDetails.Scoring> scoring = details.submission().flatMap(SubmissionDetails::scoring);
        Optional<EmotionScores> scores = scoring.map(SubmissionDetails.Scoring::scores);
        Optional<Judgement> judgement = details.submission().flatMap(SubmissionDetails::judgement);
        return new ReviewableBody(
                item.id().toString(),
                item.version(),
                details.lease().map(lease -> LeaseBody.of(lease, reader)).orElse(null),
                item.queue().value(),
                item.status().name(),
                item.escalated(),
                item.createdAt(),
                item.targetAt(),
                item.dueAt().orElse(null),
                Terms.of(details.priority()),
                Text.of(details),
                scores.map(known -> known.top().label()).orElse(null),
                scores.map(ReviewableBody::byLabel).orElse(null),
                new TreeSet<>(scoring.map(SubmissionDetails.Scoring::notices).orElse(Set.of())),
                judgement.map(known -> known.verdict().label()).orElse(null),
                judgement.map(Judgement::reasons).orElse(List.of()).stream()
                        .map(Cause::of)
                        .toList(),
                item.grounds().policyVersion(),
                item.grounds().checkpoint(),
                item.lastDecision().map(Standing::of).orElse(null),
                item.erasedAt().orElse(null));
    }

    private static Map<String, Double> byLabel(EmotionScores scores) {
        Map<String, Double> byLabel = new LinkedHashMap<>();
        Emotion.inOrder().forEach(emotion -> byLabel.put(emotion.label(), scores.of(emotion)));
        return byLabel;
    }

    /** The terms of the priority, and their sum. */
    record Terms(double severity, double uncertainty, double age, double total) {
        static Terms of(Priority priority) {
            return new Terms(priority.severity(), priority.uncertainty(), priority.age(), priority.total());
        }
    }

    /** What is reviewed; erased parts are null. */
    record Text(
            String id,
            @Nullable String channel,
            @Nullable String externalId,
            @Nullable String author,
            @Nullable String text,
            @Nullable String context) {

        static Text of(ItemDetails details) {
            Optional<SubmissionDetails.Origin> origin = details.submission().map(SubmissionDetails::origin);
            return new Text(
                    details.item().submission().toString(),
                    origin.map(SubmissionDetails.Origin::channel).orElse(null),
                    origin.flatMap(SubmissionDetails.Origin::externalId).orElse(null),
                    origin.flatMap(SubmissionDetails.Origin::author).orElse(null),
                    origin.flatMap(SubmissionDetails.Origin::text).orElse(null),
                    origin.flatMap(SubmissionDetails.Origin::context).orElse(null));
        }
    }

    /** Why the policy said what it said. */
    record Cause(
            String rule,
            @Nullable String emotion,
            @Nullable Double score,
            @Nullable Double threshold,
            @Nullable Double margin,
            String text) {

        static Cause of(Reason reason) {
            Optional<Reason.Measure> measure = reason.measure();
            return new Cause(
                    reason.rule(),
                    measure.map(known -> known.emotion().label()).orElse(null),
                    measure.map(Reason.Measure::score).orElse(null),
                    measure.map(Reason.Measure::threshold).orElse(null),
                    measure.map(Reason.Measure::margin).orElse(null),
                    reason.text());
        }
    }

    /** The decision that stands. */
    record Standing(String id, String outcome, String decidedBy, Instant decidedAt) {
        static Standing of(LastDecision last) {
            return new Standing(last.id().toString(), last.outcome(), last.decidedBy(), last.decidedAt());
        }
    }
}
