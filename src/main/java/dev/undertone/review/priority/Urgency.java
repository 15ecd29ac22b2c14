package dev.undertone.review.priority;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.Reason;
import java.util.Optional;

/**
 * What the text itself gives to its priority; it stays the same however long the item waits.
 *
 * @param severity the probability that made the rule fire times the rule's weight, 0 to {@value #MOST_SEVERE}
 * @param uncertainty how little the model was sure, 0 to {@value #MOST_UNCERTAIN}
 */
public record Urgency(double severity, double uncertainty) {

    /** More weight than this adds nothing, so that waiting can outgrow any text. */
    public static final double MOST_SEVERE = 2;

    /** What a text adds of which the model could say nothing. */
    public static final double MOST_UNCERTAIN = 0.5;

    /** A text that no model read may be anything: it counts as an even bet. */
    private static final double UNKNOWN = 0.5;

    /** Refuses numbers out of bounds. */
    public Urgency {
        if (!(severity >= 0 && severity <= MOST_SEVERE && uncertainty >= 0 && uncertainty <= MOST_UNCERTAIN)) {
            throw new IllegalArgumentException(
                    "severity " + severity + " and uncertainty " + uncertainty + " are out of bounds");
        }
    }

    /** Weighs what model and policy said, or that they could say nothing. */
    public static Urgency of(Optional<EmotionScores> scores, Optional<Judgement> judgement) {
        double weight = judgement.map(Judgement::weight).orElse(1.0);
        double probability = scores.map(known -> decisive(known, judgement)).orElse(UNKNOWN);
        double severity = Math.min(MOST_SEVERE, Math.max(0, probability * weight));
        double doubt = scores.map(EmotionScores::normalizedEntropy).orElse(1.0);
        return new Urgency(severity, MOST_UNCERTAIN * Math.min(1, doubt));
    }

    /** What both together give. */
    public double total() {
        return severity + uncertainty;
    }

    /**
     * The probability that made the rule fire for which a person looks at it; where it looked at none, the stronger of
     * anger and fear.
     */
    private static double decisive(EmotionScores scores, Optional<Judgement> judgement) {
        return judgement.map(Judgement::reasons).stream()
                .flatMap(reasons -> reasons.stream().limit(1))
                .flatMap(reason -> reason.measure().stream())
                .map(Reason.Measure::score)
                .findFirst()
                .orElseGet(() -> Math.max(scores.of(Emotion.ANGER), scores.of(Emotion.FEAR)));
    }
}
