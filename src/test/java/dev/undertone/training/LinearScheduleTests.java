package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LinearScheduleTests {

    private final LinearSchedule schedule = new LinearSchedule(2e-5, 100, 1100);

    @Test
    void risesFromZeroToThePeak() {
        assertThat(schedule.rate(0)).isZero();
        assertThat(schedule.rate(50)).isCloseTo(1e-5, within(1e-12));
        assertThat(schedule.rate(100)).isCloseTo(2e-5, within(1e-12));
    }

    @Test
    void fallsFromThePeakToZero() {
        assertThat(schedule.rate(600)).isCloseTo(1e-5, within(1e-12));
        assertThat(schedule.rate(1100)).isZero();
        assertThat(schedule.rate(1200)).isZero();
    }

    @Test
    void withoutWarmupItStartsAtThePeak() {
        assertThat(new LinearSchedule(2e-5, 0, 10).rate(0)).isCloseTo(2e-5, within(1e-12));
    }
}
