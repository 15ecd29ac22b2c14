package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.undertone.training.AdamW.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An exponential average of the weights over the steps, which forgets slowly and so ends nearer to the middle of where
 * the steps wander (Polyak and Juditsky 1992, SIAM J. Control Optim. 30; with a decay that grows from the start, as in
 * TensorFlow's {@code ExponentialMovingAverage}).
 */
final class WeightAverage {

    private final double decay;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();
    private final Map<String, NDList> pieces = new LinkedHashMap<>();

    /** Starts at the weights as they are. */
    WeightAverage(double decay, Map<String, Slot> slots) {
        this.decay = decay;
        slots.forEach((name, slot) -> {
            try (NDArray weight = slot.weight().stopGradient()) {
                NDArray average = weight.duplicate();
                arrays.put(name, average);
                pieces.put(name, AdamW.pieces(average));
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
        pieces.forEach((name, averages) -> {
            NDList weights = Objects.requireNonNull(slots.get(name), name).weights();
            for (int i = 0; i < averages.size(); i++) {
                try (NDArray share = weights.get(i).mul(1 - kept)) {
                    averages.get(i).muli(kept);
                    averages.get(i).addi(share);
                }
            }
        });
    }
}
