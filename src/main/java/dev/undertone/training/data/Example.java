package dev.undertone.training.data;

import dev.undertone.emotion.Emotion;

/**
 * A text and the emotion that people read in it.
 *
 * @param text not blank
 * @param emotion the label
 */
public record Example(String text, Emotion emotion) {

    /** Refuses a blank text. */
    public Example {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an example for " + emotion.label() + " has a blank text");
        }
    }
}
