package dev.undertone.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares with their Wilson intervals, against values worked out apart from this code. */
final class ProportionTests {

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.0, 0.2775328",
        "8, 10, 0.4901625, 0.9433178",
        "10, 10, 0.7224672, 1.0",
        "1, 1, 0.2065493, 1.0",
        "50, 100, 0.4038315, 0.5961685",
        "81, 263, 0.2552885, 0.3662096"
    })
    void theIntervalIsThatOfWilson(long hits, long of, double low, double high) {
        Proportion proportion = new Proportion(hits, of);

        assertThat(proportion.low()).isCloseTo(low, within(1e-6));
        assertThat(proportion.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void theIntervalStaysAmongTheShares() {
        for (long of = 1; of < 200; of++) {
            for (long hits = 0; hits <= of; hits++) {
                Proportion proportion = new Proportion(hits, of);
                assertThat(proportion.low()).isBetween(0.0, proportion.value());
                assertThat(proportion.high()).isBetween(proportion.value(), 1.0);
            }
        }
    }

    @Test
    void aShareOfNothingIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 1));
    }
}
