package dev.undertone.review.decisions;

import dev.undertone.emotion.Emotion;
import java.util.Optional;

/**
 * What a person says about an item.
 *
 * @param outcome what shall become of it
 * @param reason why, in their words
 * @param correction the emotion that they read in the text, if it is not the model's
 * @param feedback what they think of the machine's part
 */
public record Opinion(
        Outcome outcome, Optional<String> reason, Optional<Emotion> correction, Optional<Feedback> feedback) {

    /** A correction says that the emotion was wrong; the two must not contradict each other. */
    public Opinion {
        if (outcome == Outcome.UNDONE) {
            throw new IllegalArgumentException("an undo is no opinion");
        }
        if (correction.isPresent() && feedback.isEmpty()) {
            feedback = Optional.of(Feedback.EMOTION_WRONG);
        }
    }
}
