package dev.undertone.policy;

import dev.undertone.emotion.Emotion;
import java.util.Optional;

/**
 * Why a policy says what it says: the rule that fired and what made it fire.
 *
 * @param rule the rule's name
 * @param measure the probability that reached its threshold; empty for a rule that looks at no probability
 * @param text the same in one plain sentence
 */
public record Reason(String rule, Optional<Measure> measure, String text) {

    /**
     * A probability against its threshold.
     *
     * @param emotion whose
     * @param score the probability, 0 to 1
     * @param threshold of the rule, 0 to 1
     */
    public record Measure(Emotion emotion, double score, double threshold) {

        /** How far the score is above the threshold. */
        public double margin() {
            return score - threshold;
        }
    }
}
