package dev.undertone.classification.text;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Says what a reader should know about a text or a score before trusting it; one named rule for each notice. */
public final class Notices {

    /** One or two words name a feeling, but do not say whose, or whether it is meant. */
    static final int FEWEST_WORDS = 3;

    /** Below it the winner is less than 3 : 2 ahead of the next, even if no other emotion has any share. */
    static final double SMALLEST_MARGIN = 0.2;

    /** ln 3 / ln 6: as spread as three equally likely emotions, so that the winner says little, however far ahead. */
    static final double LARGEST_ENTROPY = Math.log(3) / Math.log(6);

    private Notices() {}

    /**
     * All notices that hold.
     *
     * @param text the text that was scored
     * @param windows how many overlapping windows the model needed to read it, at least 1
     * @param scores what the model read
     * @param notEnglish what {@link EnglishDetector#isProbablyNotEnglish} says of the cleaned text
     * @param doubted what the checkpoint's own calibration says, which then decides what is uncertain; empty if it has
     *     none
     */
    public static Set<Notice> of(
            CleanedText text, int windows, EmotionScores scores, boolean notEnglish, Optional<Boolean> doubted) {
        Set<Notice> notices = EnumSet.noneOf(Notice.class);
        for (Notice notice : Notice.values()) {
            boolean holds = switch (notice) {
                case SHORT_TEXT -> isShort(text);
                case TRUNCATED -> isReadInWindows(windows);
                case NOT_ENGLISH -> notEnglish;
                case UNCERTAIN -> doubted.orElseGet(() -> isUncertain(scores));
                case OBFUSCATED -> text.obfuscated();
            };
            if (holds) {
                notices.add(notice);
            }
        }
        return notices;
    }

    /** Fewer than three words are left when hidden characters are gone; emoji are no words. */
    static boolean isShort(CleanedText text) {
        return Words.count(text.text()) < FEWEST_WORDS;
    }

    /** One window holds the whole text. */
    static boolean isReadInWindows(int windows) {
        return windows > 1;
    }

    /** The winner is too close to the next, or the rest is too spread, for the winner to mean much. */
    static boolean isUncertain(EmotionScores scores) {
        return scores.margin() < SMALLEST_MARGIN || scores.normalizedEntropy() > LARGEST_ENTROPY;
    }
}
