package dev.undertone.moderation;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import java.time.Instant;
import java.util.Optional;

/**
 * A person has to look at a submission. Published in the transaction that stores it.
 *
 * @param submission which one
 * @param channel where the text was posted
 * @param queue where it waits
 * @param judgement what the policy said; empty if there was no score to judge by
 * @param scores the six probabilities; empty if the model gave none
 * @param policyVersion which policy version judged, such as {@code default@3}
 * @param checkpoint which checkpoint scored
 * @param at when it was received
 */
public record SubmissionHeld(
        SubmissionId submission,
        String channel,
        QueueName queue,
        Optional<Judgement> judgement,
        Optional<EmotionScores> scores,
        Optional<String> policyVersion,
        Optional<String> checkpoint,
        Instant at) {}
