package dev.undertone.moderation;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A stored submission as other modules see it.
 *
 * @param id which one
 * @param origin where it came from and what it says
 * @param receivedAt when
 * @param scoring what the model said; empty if it said nothing
 * @param judgement what the policy said; empty if there was nothing to judge by
 * @param policyVersion which policy version judged
 * @param obstacle why the machine could not score or judge it, in plain words; it is then held in
 *     {@link QueueName#UNCERTAIN}
 */
public record SubmissionDetails(
        SubmissionId id,
        Origin origin,
        Instant receivedAt,
        Optional<Scoring> scoring,
        Optional<Judgement> judgement,
        Optional<String> policyVersion,
        Optional<String> obstacle) {

    /** What the policy said, or a hold where it could say nothing. */
    public Verdict verdict() {
        return judgement.map(Judgement::verdict).orElseGet(() -> new Verdict.Hold(QueueName.UNCERTAIN));
    }

    /** Where a person looks at it; empty if nobody has to. */
    public Optional<QueueName> queue() {
        return judgement.isPresent() ? judgement.get().queue() : Optional.of(QueueName.UNCERTAIN);
    }

    /**
     * Where a submission came from and what it says. Text, author, context and external id are empty once they have
     * been erased.
     *
     * @param channel where the text was posted
     * @param externalId its name in the system that sent it
     * @param author who wrote it, as that system calls them
     * @param text what it says
     * @param context what stood around it
     */
    public record Origin(
            String channel,
            Optional<String> externalId,
            Optional<String> author,
            Optional<String> text,
            Optional<String> context) {

        /** What the channels of made-up submissions begin with, which show what the pages are for. */
        public static final String MADE_UP = "demo/";

        /** Whether it was made up; pages mark such ones. */
        public boolean madeUp() {
            return channel.startsWith(MADE_UP);
        }
    }

    /**
     * What the model said, so that everything can be computed again without it.
     *
     * @param scores the six probabilities
     * @param notices what to know before trusting them
     * @param tokens how many tokens were read
     * @param checkpoint which checkpoint
     * @param precision in which arithmetic
     * @param latencyMillis how long it took
     */
    public record Scoring(
            EmotionScores scores,
            Set<Notice> notices,
            int tokens,
            String checkpoint,
            String precision,
            long latencyMillis) {}
}
