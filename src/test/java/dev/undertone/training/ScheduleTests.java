package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.training.recipe.DecayShape;
import org.junit.jupiter.api.Test;

final class ScheduleTests {

    private final Schedule schedule = new Schedule(2e-5, 100, 1100, DecayShape.LINEAR);

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
        assertThat(new Schedule(2e-5, 0, 10, DecayShape.LINEAR).rate(0)).isCloseTo(2e-5, within(1e-12));
    }

    @Test
    void aCosineFallsSlowlyAtFirstAndAtLastAndHasHalfAtHalfTime() {
        Schedule cosine = new Schedule(2e-5, 100, 1100, DecayShape.COSINE);

        assertThat(cosine.rate(100)).isCloseTo(2e-5, within(1e-12));
        assertThat(cosine.rate(350)).isGreaterThan(schedule.rate(350));
        assertThat(cosine.rate(600)).isCloseTo(1e-5, within(1e-12));
        assertThat(cosine.rate(850)).isLessThan(schedule.rate(850));
        assertThat(cosine.rate(1100)).isCloseTo(0, within(1e-12));
    }
}
