package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenWindowsTests {

    private static final int LONGEST = 512;

    @Test
    void aTextThatFitsIsReadAsItIs() {
        long[] ids = text(LONGEST);

        assertThat(TokenWindows.of(ids, LONGEST).windows()).containsExactly(ids);
    }

    @Test
    void oneTokenMoreMakesASecondWindow() {
        assertThat(TokenWindows.of(text(LONGEST + 1), LONGEST).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 600, 958, 959, 960, 1020, 5000})
    void everyTokenIsReadInOrderAndNoWindowIsTooLong(int length) {
        TokenWindows windows = TokenWindows.of(text(length), LONGEST);

        long[] seen = windows.windows().stream()
                .flatMapToLong(window -> Arrays.stream(window, 1, window.length - 1))
                .distinct()
                .toArray();
        assertThat(seen).isEqualTo(LongStream.range(1, length - 1).toArray());
        assertThat(windows.windows()).allSatisfy(window -> {
            assertThat(window.length).isLessThanOrEqualTo(LONGEST);
            assertThat(window[0]).isZero();
            assertThat(window[window.length - 1]).isEqualTo(-1);
        });
    }

    @Test
    void neighboursShareTheOverlap() {
        TokenWindows windows = TokenWindows.of(text(1200), LONGEST);

        long endOfFirst = windows.windows().get(0)[LONGEST - 2];
        long startOfSecond = windows.windows().get(1)[1];
        assertThat(endOfFirst - startOfSecond + 1).isEqualTo(TokenWindows.OVERLAP);
    }

    @Test
    void aWindowCountsByTheTokensItIsFirstToRead() {
        // 510 tokens are read first by the first window, 90 by the second.
        TokenWindows windows = TokenWindows.of(text(602), LONGEST);

        EmotionScores combined = windows.combine(List.of(sure(Emotion.ANGER), sure(Emotion.JOY)));

        assertThat(combined.of(Emotion.ANGER)).isCloseTo(510 / 600.0, within(1e-9));
        assertThat(combined.of(Emotion.JOY)).isCloseTo(90 / 600.0, within(1e-9));
    }

    private static EmotionScores sure(Emotion emotion) {
        return new EmotionScores(
                Emotion.inOrder().stream().map(e -> e == emotion ? 1.0 : 0.0).toList());
    }

    /** 0 as start mark, then 1, 2, 3 …, and -1 as end mark. */
    private static long[] text(int length) {
        long[] ids = LongStream.range(0, length).toArray();
        ids[length - 1] = -1;
        return ids;
    }
}
