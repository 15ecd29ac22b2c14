package dev.undertone.moderation.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.Resolution;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.moderation.submissions.KeptSubmission;
import dev.undertone.moderation.submissions.Outcome;
import dev.undertone.policy.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored submission. What was erased is null.
 *
 * @param id which one
 * @param state whether people still have to look at it
 * @param channel where the text was posted
 * @param externalId its name in the system that sent it
 * @param author who wrote it
 * @param text what it says
 * @param context what stood around it
 * @param receivedAt when it came in
 * @param submittedBy the id of the key or person that sent it
 * @param verdict what the machine said
 * @param queue where a person looks at it
 * @param reasons why
 * @param policyVersion which policy version judged
 * @param scores the six probabilities by label
 * @param notices what to know before trusting them
 * @param tokens how many tokens were read
 * @param checkpoint which checkpoint scored
 * @param precision in which arithmetic
 * @param latencyMs how long the model took
 * @param decision what people decided; null while nobody has
 * @param erasedAt since when externalId, author, text and context are gone; null while they are kept
 */
record SubmissionBody(
        String id,
        State state,
        String channel,
        @Nullable String externalId,
        @Nullable String author,
        @Nullable String text,
        @Nullable String context,
        Instant receivedAt,
        String submittedBy,
        String verdict,
        @Nullable String queue,
        List<ReasonBody> reasons,
        @Nullable String policyVersion,
        @Nullable Map<String, Double> scores,
        List<Notice> notices,
        @Nullable Integer tokens,
        @Nullable String checkpoint,
        @Nullable String precision,
        @Nullable Long latencyMs,
        @Nullable Decided decision,
        @Nullable Instant erasedAt) {

    static SubmissionBody of(KeptSubmission kept) {
        SubmissionDetails details = kept.details();
        SubmissionDetails.Origin origin = details.origin();
        Optional<Scoring> scoring = details.scoring();
        return new SubmissionBody(
                details.id().toString(),
                State.of(kept),
                origin.channel(),
                origin.externalId().orElse(null),
                origin.author().orElse(null),
                origin.text().orElse(null),
                origin.context().orElse(null),
                details.receivedAt(),
                kept.submittedBy(),
                details.verdict().label(),
                details.queue().map(QueueName::value).orElse(null),
                ReasonBody.of(details),
                details.policyVersion().orElse(null),
                scoring.map(Scoring::scores).map(SubmissionAnswer::byLabel).orElse(null),
                scoring.map(said -> said.notices().stream().sorted().toList()).orElse(List.of()),
                scoring.map(Scoring::tokens).orElse(null),
                scoring.map(Scoring::checkpoint).orElse(null),
                scoring.map(Scoring::precision).orElse(null),
                scoring.map(Scoring::latencyMillis).orElse(null),
                kept.outcome().map(Decided::of).orElse(null),
                kept.erasedAt().orElse(null));
    }

    /** Whether people still have to look at a submission. */
    enum State {
        /** Nobody has to. */
        SETTLED,
        /** A person has to and has not yet decided. */
        WAITING,
        /** A person has decided. */
        DECIDED,
        /** Text and author are gone, whatever was decided before; nobody has to look at it any more. */
        ERASED;

        static State of(KeptSubmission kept) {
            if (kept.erasedAt().isPresent()) {
                return ERASED;
            }
            if (kept.outcome().isPresent()) {
                return DECIDED;
            }
            return kept.details().queue().isPresent() ? WAITING : SETTLED;
        }
    }

    /**
     * What people decided.
     *
     * @param resolution what they made of it
     * @param correction the emotion that they read instead; null if they did not say
     * @param by the name of the person
     * @param at when
     */
    record Decided(Resolution resolution, @Nullable String correction, String by, Instant at) {

        static Decided of(Outcome outcome) {
            return new Decided(
                    outcome.resolution(),
                    outcome.correction().map(Emotion::label).orElse(null),
                    outcome.by(),
                    outcome.at());
        }
    }
}
