package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import dev.undertone.training.AdamW.Slot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exponential average of the weights over the steps, which forgets slowly and so ends nearer to the middle of where
 * the steps wander (Polyak and Juditsky 1992, SIAM J. Control Optim. 30; with a decay that grows from the start, as in
 * TensorFlow's {@code ExponentialMovingAverage}).
 */
final class WeightAverage {

    private final double decay;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    /** Starts at the weights as they are. */
    WeightAverage(double decay, Map<String, Slot> slots) {
        this.decay = decay;
        slots.forEach((name, slot) -> {
            try (NDArray weight = slot.weight().stopGradient()) {
                arrays.put(name, weight.duplicate());
            }
        });
    }

    /** The averages by parameter. */
    Map<String, NDArray> arrays() {
        return arrays;
    }

    /**
     * Moves every average a little towards the weight.
     *
     * @param taken steps taken so far, from 1
     */
    void follow(Map<String, Slot> slots, int taken) {
        double kept = Math.min(decay, (1.0 + taken) / (10.0 + taken));
        arrays.forEach((name, average) -> {
            try (NDArray weight = java.util.Objects.requireNonNull(slots.get(name), name)
                            .weight()
                            .stopGradient();
                    NDArray share = weight.mul(1 - kept)) {
                average.muli(kept);
                average.addi(share);
            }
        });
    }
}
