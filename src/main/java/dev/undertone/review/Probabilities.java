package dev.undertone.review;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import jakarta.persistence.Embeddable;

/** The six probabilities of a held text, to select items by; columns bear the labels of the emotions. */
@Embeddable
record Probabilities(double sadness, double joy, double love, double anger, double fear, double surprise) {

    static Probabilities of(EmotionScores scores) {
        return new Probabilities(
                scores.of(Emotion.SADNESS),
                scores.of(Emotion.JOY),
                scores.of(Emotion.LOVE),
                scores.of(Emotion.ANGER),
                scores.of(Emotion.FEAR),
                scores.of(Emotion.SURPRISE));
    }
}
