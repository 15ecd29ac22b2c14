package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadTests {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    @Test
    void charactersThatMayBeATokenEachCountAsFour() {
        assertThat(Load.of(List.of("abc", "\u4f60\u597d")).characters()).isEqualTo(3 + 8);
    }

    @Test
    void aTextThatStandsThereTwiceIsReadOnce() {
        assertThat(Load.of(Collections.nCopies(256, "x".repeat(20_000))).characters())
                .isEqualTo(20_000);
    }

    @Test
    void patienceGrowsBySecondsUpToSixTimesTheDeadline() {
        assertThat(new Load(4_999).patience(DEADLINE)).isEqualTo(DEADLINE);
        assertThat(new Load(5_000).patience(DEADLINE)).isEqualTo(Duration.ofSeconds(11));
        assertThat(new Load(250_000).patience(DEADLINE)).isEqualTo(Duration.ofSeconds(60));
        assertThat(new Load(800_000).patience(DEADLINE)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void moreThanIsReadInThatTimeIsRefusedWithTheNumbers() {
        assertThatCode(() -> new Load(250_000).requireReadableWithin(DEADLINE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Load(250_001).requireReadableWithin(DEADLINE))
                .isInstanceOf(TooMuchAtOnce.class)
                .hasMessage("the texts have 250,001 characters together, where those beyond ASCII count as 4;"
                        + " at most 250,000 are read at once. Send fewer or shorter ones");
    }

    @Test
    void oneTextIsNeverTooMuchHoweverShortTheDeadline() {
        Load one = Load.of(List.of("\u4f60".repeat(20_000)));

        assertThatCode(() -> one.requireReadableWithin(Duration.ofMillis(1))).doesNotThrowAnyException();
    }
}
