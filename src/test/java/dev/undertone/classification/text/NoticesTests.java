package dev.undertone.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTests {

    private static final CleanedText LONG_ENOUGH = CleanedText.unchanged("what a day");
    private static final EmotionScores CERTAIN = scores(0.95, 0.01, 0.01, 0.01, 0.01, 0.01);

    private final TextCleaner cleaner = new TextCleaner();

    @Test
    void plainTextWithACertainScoreHasNoNotice() {
        assertThat(of(LONG_ENOUGH, 1, CERTAIN, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oh no", "happy", "\uD83D\uDE00 \uD83D\uDE00 \uD83D\uDE00 \uD83D\uDE00", "??? ... !!!"})
    void fewerThanThreeWordsAreShort(String text) {
        assertThat(of(CleanedText.unchanged(text), 1, CERTAIN, false)).containsExactly(Notice.SHORT_TEXT);
    }

    @Test
    void threeWordsAreNotShort() {
        assertThat(Notices.isShort(CleanedText.unchanged("oh no, you!"))).isFalse();
    }

    @Test
    void wordsAreCountedInTheCleanedText() {
        assertThat(of(cleaner.clean("h a t e you"), 1, CERTAIN, false))
                .containsExactlyInAnyOrder(Notice.SHORT_TEXT, Notice.OBFUSCATED);
    }

    @Test
    void secondWindowIsAnnounced() {
        assertThat(of(LONG_ENOUGH, 2, CERTAIN, false)).containsExactly(Notice.TRUNCATED);
    }

    @Test
    void otherLanguageIsAnnounced() {
        assertThat(of(LONG_ENOUGH, 1, CERTAIN, true)).containsExactly(Notice.NOT_ENGLISH);
    }

    @Test
    void scoreIsUncertainBelowTheSmallestMargin() {
        assertThat(Notices.isUncertain(scores(0.5625, 0.4375, 0d, 0d, 0d, 0d))).isTrue();
        assertThat(Notices.isUncertain(scores(0.625, 0.375, 0d, 0d, 0d, 0d))).isFalse();
        assertThat(of(LONG_ENOUGH, 1, scores(0.5, 0.5, 0d, 0d, 0d, 0d), false)).containsExactly(Notice.UNCERTAIN);
    }

    @Test
    void scoreIsUncertainAboveTheEntropyOfThreeEqualEmotionsHoweverFarTheWinnerIsAhead() {
        EmotionScores spread = scores(0.64, 0.08, 0.07, 0.07, 0.07, 0.07);
        assertThat(spread.margin()).isGreaterThan(0.5);
        assertThat(Notices.isUncertain(spread)).isTrue();
        EmotionScores lessSpread = scores(0.75, 0.05, 0.05, 0.05, 0.05, 0.05);
        assertThat(lessSpread.normalizedEntropy()).isBetween(0.5, Notices.LARGEST_ENTROPY);
        assertThat(Notices.isUncertain(lessSpread)).isFalse();
    }

    @Test
    void largestEntropyIsThatOfThreeEqualEmotions() {
        double third = 1.0 / 3;
        assertThat(scores(third, third, third, 0d, 0d, 0d).normalizedEntropy())
                .isCloseTo(Notices.LARGEST_ENTROPY, Offset.offset(1e-12));
    }

    @Test
    void aCheckpointThatWasCalibratedSaysItselfWhatIsUncertain() {
        EmotionScores torn = scores(0.5, 0.5, 0d, 0d, 0d, 0d);

        assertThat(Notices.of(LONG_ENOUGH, 1, CERTAIN, false, Optional.of(true)))
                .containsExactly(Notice.UNCERTAIN);
        assertThat(Notices.of(LONG_ENOUGH, 1, torn, false, Optional.of(false))).isEmpty();
    }

    @Test
    void severalNoticesMayHold() {
        assertThat(of(cleaner.clean("fu\u0441k"), 1, scores(0.4, 0.3, 0.3, 0d, 0d, 0d), true))
                .containsExactly(Notice.SHORT_TEXT, Notice.NOT_ENGLISH, Notice.UNCERTAIN, Notice.OBFUSCATED);
    }

    /** Of a checkpoint without a calibration of its own. */
    private static Set<Notice> of(CleanedText text, int windows, EmotionScores scores, boolean notEnglish) {
        return Notices.of(text, windows, scores, notEnglish, Optional.empty());
    }

    private static EmotionScores scores(Double... probabilities) {
        return new EmotionScores(List.of(probabilities));
    }
}
