package dev.undertone.training.calibration;

import dev.undertone.emotion.Emotion;

/** What a checkpoint said about a labelled text that it had not seen. */
public final class Answer {

    private final float[] logits;
    private final Emotion label;

    /**
     * Joins both.
     *
     * @param logits six of them, finite
     * @param label what people read in the text
     */
    public Answer(float[] logits, Emotion label) {
        this.logits = logits.clone();
        this.label = label;
    }

    float[] logits() {
        return logits;
    }

    Emotion label() {
        return label;
    }
}
