package dev.undertone.training.evaluation;

import java.util.List;

/**
 * Whether a checkpoint knows what it does not know: how often it is certain of anger or fear in texts that have no
 * emotion, and how often it stays certain where there is anger or fear.
 *
 * @param neutral one row for each body of texts without emotion
 * @param alarming texts labelled anger or fear
 * @param certain how many of those are read with certainty
 */
public record Abstention(List<Neutral> neutral, long alarming, long certain) {

    /** Copies the rows. */
    public Abstention {
        neutral = List.copyOf(neutral);
    }

    /** The share of texts labelled anger or fear that are read with certainty; 1 if there are none. */
    public double certainShare() {
        return alarming == 0 ? 1 : ClassFigures.share(certain, alarming);
    }

    /**
     * A body of texts without emotion.
     *
     * @param name which texts
     * @param texts how many
     * @param alarmed how many of them are called anger or fear with certainty
     * @param uncertain how many of them are called uncertain
     */
    public record Neutral(String name, long texts, long alarmed, long uncertain) {

        /** The share of texts that are called anger or fear with certainty. */
        public double alarmedShare() {
            return ClassFigures.share(alarmed, texts);
        }

        /** The share of texts that are called uncertain. */
        public double uncertainShare() {
            return ClassFigures.share(uncertain, texts);
        }
    }
}
