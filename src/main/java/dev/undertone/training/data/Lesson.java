package dev.undertone.training.data;

import dev.undertone.emotion.EmotionScores;

/**
 * A text to train on and what should be read in it.
 *
 * @param text not blank
 * @param target the probabilities to be read, mostly 1 for one emotion
 * @param weight how much it counts in the loss, above 0; 1 for most
 * @param source where it comes from
 */
public record Lesson(String text, EmotionScores target, double weight, Source source) {

    static final double LARGEST_WEIGHT = 100;

    /** Refuses a blank text and a weight that would make it count for nothing. */
    public Lesson {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a text to train on is blank");
        }
        if (!(weight > 0 && weight <= LARGEST_WEIGHT)) {
            throw new IllegalArgumentException("a text counts " + weight + ", expected above 0 and at most 100");
        }
    }

    /** Where a text to train on comes from. */
    public enum Source {
        /** The training data proper. */
        MAIN,
        /** Labelled texts from elsewhere. */
        EXTRA,
        /** Texts without emotion. */
        NEUTRAL
    }
}
