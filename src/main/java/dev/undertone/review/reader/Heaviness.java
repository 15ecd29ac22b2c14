package dev.undertone.review.reader;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;

/** How much anger, fear and sadness a text carries together: what weighs on whoever reads it. */
public final class Heaviness {

    /** From here on a text is heavy: it is more likely than not of one of the three. */
    public static final double HEAVY = 0.5;

    /** The same in SQL, over the columns of an item; unknown for a text that no model read. */
    public static final String IN_SQL = "anger + fear + sadness";

    private Heaviness() {}

    /** 0 for none to 1. */
    public static double of(EmotionScores scores) {
        return scores.of(Emotion.ANGER) + scores.of(Emotion.FEAR) + scores.of(Emotion.SADNESS);
    }
}
