package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.training.data.Example;

/**
 * What a checkpoint said about a labelled text.
 *
 * @param example the text and its label
 * @param scores the probabilities that the checkpoint gave
 */
public record Prediction(Example example, EmotionScores scores) {

    /** The emotion with the highest probability. */
    public Emotion emotion() {
        return scores.top();
    }

    /** Whether that is the label. */
    public boolean correct() {
        return emotion() == example.emotion();
    }

    /** The probability of the winner, 1/6 to 1. */
    public double confidence() {
        return scores.of(emotion());
    }
}
