package dev.undertone.review.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How percentages become bins. */
final class BinsTests {

    @Test
    void aRangeGoesToTheNextEdgesOutside() {
        assertThat(Bins.between(90, 100)).isEqualTo(new Bins(45, 50));
        assertThat(Bins.between(91, 93)).isEqualTo(new Bins(45, 47));
    }

    @Test
    void theTwoEndsMayBeSwapped() {
        assertThat(Bins.between(60, 20)).isEqualTo(new Bins(10, 30));
    }

    @Test
    void thereIsAlwaysOneBin() {
        assertThat(Bins.between(0, 0)).isEqualTo(new Bins(0, 1));
        assertThat(Bins.between(100, 100)).isEqualTo(new Bins(49, 50));
        assertThat(Bins.between(-5, -1)).isEqualTo(new Bins(0, 1));
        assertThat(Bins.between(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(new Bins(49, 50));
    }

    @Test
    void anEmptyRangeIsRefused() {
        assertThatThrownBy(() -> new Bins(10, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bins(0, 51)).isInstanceOf(IllegalArgumentException.class);
    }
}
