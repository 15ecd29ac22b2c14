package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.undertone.modelstore.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything a training needs to go on where it stopped: the weights and the optimizer's moments. */
final class TrainingState {

    private static final String MEAN = "adam.mean.";
    private static final String VARIANCE = "adam.variance.";

    private final AdamW optimizer;

    TrainingState(AdamW optimizer) {
        this.optimizer = optimizer;
    }

    AdamW optimizer() {
        return optimizer;
    }

    /** Weights under their own names, moments under theirs with a prefix. */
    Weights weights() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        optimizer.slots().forEach((name, slot) -> {
            arrays.put(name, slot.weight());
            arrays.put(MEAN + name, slot.mean());
            arrays.put(VARIANCE + name, slot.variance());
        });
        return new ArrayWeights(arrays);
    }

    /** The network's weights alone. */
    Weights parameters() {
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
    }

    private static void fill(NDArray array, Weights saved, String name) {
        Shape found = new Shape(saved.find(name)
                .orElseThrow(() -> new IllegalArgumentException("the saved state lacks " + name))
                .shape());
        if (!found.equals(array.getShape())) {
            throw new IllegalArgumentException(
                    "the saved state has " + name + " with shape " + found + ", expected " + array.getShape());
        }
        // Setting an array from a direct buffer would make it live in that buffer, here a read-only mapping of a file.
        // A fresh moment is zero, so adding to it is copying.
        try (NDArray stored = array.getManager().create(saved.read(name), array.getShape(), DataType.FLOAT32)) {
            array.addi(stored);
        }
    }
}
