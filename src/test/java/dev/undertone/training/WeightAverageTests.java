package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.undertone.training.AdamW.Slot;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class WeightAverageTests {

    @Test
    void whatIsKeptOfTheAverageGrowsWithTheStepsUpToTheDecay() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray weight = manager.create(new float[] {0});
            Map<String, Slot> slots = Map.of("lin.weight", Slot.of(weight));
            WeightAverage average = new WeightAverage(0.3, slots);
            try (NDArray detached = weight.stopGradient()) {
                detached.addi(1);
            }

            average.follow(slots, 1);
            assertThat(value(average)).isCloseTo(1 - 2.0 / 11, within(1e-6));

            average.follow(slots, 2);
            assertThat(value(average)).isCloseTo(1 - 2.0 / 11 * 3 / 12, within(1e-6));

            average.follow(slots, 1_000);
            assertThat(value(average)).isCloseTo(1 - 2.0 / 11 * 3 / 12 * 0.3, within(1e-6));
        }
    }

    private static double value(WeightAverage average) {
        return Objects.requireNonNull(average.arrays().get("lin.weight")).getFloat(0);
    }
}
