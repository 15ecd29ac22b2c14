package dev.undertone.policy;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import java.util.Set;

/**
 * What a policy judges by.
 *
 * @param scores the six probabilities
 * @param notices what to know before trusting them
 * @param channel where the text was posted
 * @param length of the text in UTF-16 code units
 */
public record Evidence(EmotionScores scores, Set<Notice> notices, String channel, int length) implements Readings {

    /** Copies the notices. */
    public Evidence {
        notices = Set.copyOf(notices);
    }

    @Override
    public double of(Emotion emotion) {
        return scores.of(emotion);
    }

    @Override
    public boolean has(Notice notice) {
        return notices.contains(notice);
    }
}
