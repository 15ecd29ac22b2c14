package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.undertone.modelstore.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything a training needs to go on where it stopped: the weights, their average and the optimizer's moments. */
final class TrainingState {

    private static final String MEAN = "adam.mean.";
    private static final String VARIANCE = "adam.variance.";

    private static final String AVERAGE = "average.";

    private final AdamW optimizer;
    private final Optional<WeightAverage> average;

    /** A state that keeps an average with this decay; none if it is 0. */
    TrainingState(AdamW optimizer, double averageDecay) {
        this.optimizer = optimizer;
        this.average =
                averageDecay > 0 ? Optional.of(new WeightAverage(averageDecay, optimizer.slots())) : Optional.empty();
    }

    /** Whether the average, and not the weights of the last step, is what the training is for. */
    boolean averages() {
        return average.isPresent();
    }

    /** Lets the average follow after this many steps. */
    void follow(int taken) {
        average.ifPresent(one -> one.follow(optimizer.slots(), taken));
    }

    AdamW optimizer() {
        return optimizer;
    }

    /** Weights under their own names, moments and averages under theirs with a prefix. */
    Weights weights() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        optimizer.slots().forEach((name, slot) -> {
            arrays.put(name, slot.weight());
            arrays.put(MEAN + name, slot.mean());
            arrays.put(VARIANCE + name, slot.variance());
        });
        average.ifPresent(one -> one.arrays().forEach((name, array) -> arrays.put(AVERAGE + name, array)));
        return new ArrayWeights(arrays);
    }

    /** The network's weights alone: their average if there is one. */
    Weights parameters() {
        if (average.isPresent()) {
            return new ArrayWeights(average.get().arrays());
        }
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        optimizer.slots().forEach((name, slot) -> arrays.put(name, slot.weight()));
        return new ArrayWeights(arrays);
    }

    /** Puts the saved moments into a fresh optimizer; the weights were loaded with the network. */
    void restore(Weights saved) {
        optimizer.slots().forEach((name, slot) -> {
            fill(slot.mean(), saved, MEAN + name);
            fill(slot.variance(), saved, VARIANCE + name);
        });
        average.ifPresent(one -> one.arrays().forEach((name, array) -> fill(array, saved, AVERAGE + name)));
    }

    private static void fill(NDArray array, Weights saved, String name) {
        Shape found = new Shape(saved.find(name)
                .orElseThrow(() -> new IllegalArgumentException("the saved state lacks " + name))
                .shape());
        if (!found.equals(array.getShape())) {
            throw new IllegalArgumentException(
                    "the saved state has " + name + " with shape " + found + ", expected " + array.getShape());
        }
        // Setting an array from a direct buffer would make it live in that buffer, here a read-only mapping of a file;
        // adding to zero copies.
        array.muli(0);
        try (NDArray stored = array.getManager().create(saved.read(name), array.getShape(), DataType.FLOAT32)) {
            array.addi(stored);
        }
    }
}
