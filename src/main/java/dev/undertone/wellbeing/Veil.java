package dev.undertone.wellbeing;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.review.reader.Heaviness;
import java.util.Optional;

/** Which texts are covered until their reader uncovers them. */
public enum Veil {
    OFF,
    HEAVY,
    ALL;

    /** Whether a text with these scores is covered; one that no model read may be heavy. */
    public boolean covers(Optional<EmotionScores> scores) {
        return switch (this) {
            case OFF -> false;
            case HEAVY -> scores.isEmpty() || Heaviness.of(scores.get()) >= Heaviness.HEAVY;
            case ALL -> true;
        };
    }
}
