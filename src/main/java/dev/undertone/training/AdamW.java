package dev.undertone.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.undertone.training.Hyperparameters.AdamWConstants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * AdamW with bias correction and clipping by global norm (Loshchilov and Hutter 2019, arXiv 1711.05101, algorithm 2).
 *
 * <p>The engine's fused update knows neither the corrected epsilon nor which parameters not to decay, so both are
 * worked into its arguments: with c = 1 - beta2^t, m / (sqrt(v / c) + epsilon) equals sqrt(c) * m / (sqrt(v) + epsilon
 * * sqrt(c)).
 */
final class AdamW {

    /** Numbers that are updated at a time: few enough that all passes of an update find them in the cache of a core. */
    private static final long PIECE = 1 << 16;

    private final AdamWConstants constants;
    private final double maxGradientNorm;
    private final ToDoubleFunction<String> rateFactor;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    /** An optimizer with one learning rate for all of these parameters. */
    AdamW(Map<String, Parameter> parameters, AdamWConstants constants, double maxGradientNorm) {
        this(parameters, constants, maxGradientNorm, name -> 1);
    }

    /**
     * An optimizer for these parameters, whose arrays it makes trainable; its moments start at zero.
     *
     * @param rateFactor what the learning rate of a parameter is multiplied with, by its name
     */
    AdamW(
            Map<String, Parameter> parameters,
            AdamWConstants constants,
            double maxGradientNorm,
            ToDoubleFunction<String> rateFactor) {
        this.constants = constants;
        this.maxGradientNorm = maxGradientNorm;
        this.rateFactor = rateFactor;
        parameters.forEach((name, parameter) -> slots.put(name, Slot.of(parameter.getArray())));
    }

    /** The weights and moments by parameter. */
    Map<String, Slot> slots() {
        return slots;
    }

    /**
     * Moves the weights along the gradients that have been collected, then zeroes these.
     *
     * @param step steps taken before this one
     * @return the global norm of the gradients before clipping
     * @throws TrainingDiverged if it is not finite; the weights are then unchanged
     */
    double step(int step, double learningRate, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> gradients = new LinkedHashMap<>();
            slots.forEach((name, slot) -> gradients.put(name, slot.gradient(scope)));
            double norm = globalNorm(gradients);
            if (!Double.isFinite(norm)) {
                throw new TrainingDiverged(step);
            }
            double rescale = Math.min(1, maxGradientNorm / (norm + 1e-6));
            double correction1 = 1 - Math.pow(constants.beta1(), step + 1.0);
            double correction2 = Math.sqrt(1 - Math.pow(constants.beta2(), step + 1.0));
            slots.forEach((name, slot) -> {
                double rate = learningRate * rateFactor.applyAsDouble(name);
                NDList gradient = pieces(Objects.requireNonNull(gradients.get(name), name));
                for (int i = 0; i < gradient.size(); i++) {
                    NDArray weight = slot.weights().get(i);
                    weight.getNDArrayInternal()
                            .adamUpdate(
                                    new NDList(
                                            weight,
                                            gradient.get(i),
                                            slot.means().get(i),
                                            slot.variances().get(i)),
                                    new NDList(weight),
                                    (float) rate,
                                    (float) (rate * correction2 / correction1),
                                    (float) (decays(name) ? constants.weightDecay() : 0),
                                    (float) rescale,
                                    -1f,
                                    (float) constants.beta1(),
                                    (float) constants.beta2(),
                                    (float) (constants.epsilon() * correction2),
                                    false,
                                    true);
                }
            });
            gradients.values().forEach(gradient -> gradient.muli(0));
            return norm;
        }
    }

    /** Biases and LayerNorms are not decayed: they are few and their size carries no complexity. */
    static boolean decays(String name) {
        return !name.endsWith(".bias") && !name.contains("LayerNorm") && !name.contains("layer_norm");
    }

    private static double globalNorm(Map<String, NDArray> gradients) {
        double squares = 0;
        for (NDArray gradient : gradients.values()) {
            double norm = gradient.norm().getFloat();
            squares += norm * norm;
        }
        return Math.sqrt(squares);
    }

    /** Views of whole rows, in order, each of about as many numbers as are updated at a time. */
    static NDList pieces(NDArray array) {
        long rows = array.getShape().get(0);
        long rowsAtATime = Math.max(1, PIECE * rows / array.size());
        return array.split(LongStream.iterate(rowsAtATime, row -> row < rows, row -> row + rowsAtATime)
                .toArray());
    }

    /**
     * What the optimizer keeps for one parameter; all three float32 of the same shape, and each in pieces, too.
     *
     * @param weight the parameter itself
     * @param mean running mean of its gradients
     * @param variance running mean of their squares
     * @param weights views of the pieces of the parameter
     * @param means the same of the mean
     * @param variances the same of the variance
     */
    record Slot(NDArray weight, NDArray mean, NDArray variance, NDList weights, NDList means, NDList variances) {

        static Slot of(NDArray weight) {
            NDManager manager = weight.getManager();
            NDArray mean = manager.zeros(weight.getShape());
            NDArray variance = manager.zeros(weight.getShape());
            // Split before it is trainable, or the engine takes the views for results to be differentiated.
            NDList weights = pieces(weight);
            weight.setRequiresGradient(true);
            return new Slot(weight, mean, variance, weights, pieces(mean), pieces(variance));
        }

        /** The collected gradient; the handle, not the gradient, is closed with the scope. */
        NDArray gradient(NDManager scope) {
            NDArray gradient = weight.getGradient();
            gradient.attach(scope);
            return gradient;
        }
    }
}
