package dev.undertone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import dev.undertone.training.Hyperparameters.AdamWConstants;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AdamWTests {

    private static final AdamWConstants CONSTANTS = new AdamWConstants(0.9, 0.999, 1e-3, 0.1);
    private static final double RATE = 0.05;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void threeStepsEqualTheAlgorithmInDoublePrecision() {
        NDArray array = manager.create(new float[] {1, -2, 3});
        AdamW optimizer = optimizer("lin.weight", array, 1e9);
        double[] expected = {1, -2, 3};
        double[] mean = new double[3];
        double[] variance = new double[3];

        for (int step = 0; step < 3; step++) {
            double[] gradient = new double[3];
            for (int i = 0; i < 3; i++) {
                gradient[i] = 2 * expected[i];
            }
            squaredLoss(array);
            optimizer.step(step, RATE, manager);
            reference(expected, gradient, mean, variance, step, CONSTANTS.weightDecay());
        }

        assertClose(array, expected);
    }

    @Test
    void everyNumberOfALargeParameterIsMovedAlike() {
        int rows = 5;
        NDArray array = manager.ones(new Shape(rows, 30_000));
        AdamW optimizer = optimizer("lin.weight", array, 1e9);
        double[] expected = {1};

        squaredLoss(array);
        optimizer.step(0, RATE, manager);

        assertThat(optimizer.slots().values())
                .flatExtracting(slot -> slot.weights())
                .extracting(piece -> piece.getShape().get(0))
                .containsExactly(2L, 2L, 1L);
        reference(expected, new double[] {2}, new double[1], new double[1], 0, CONSTANTS.weightDecay());
        assertThat(array.max().getFloat())
                .isEqualTo(array.min().getFloat())
                .isCloseTo((float) expected[0], offset(1e-6f));
    }

    @Test
    void biasesAreNotDecayed() {
        NDArray array = manager.create(new float[] {1, -2, 3});
        AdamW optimizer = optimizer("lin.bias", array, 1e9);
        double[] expected = {1, -2, 3};

        squaredLoss(array);
        optimizer.step(0, RATE, manager);

        reference(expected, new double[] {2, -4, 6}, new double[3], new double[3], 0, 0);
        assertClose(array, expected);
    }

    @Test
    void layerNormsAreNotDecayedEither() {
        assertThat(AdamW.decays("distilbert.embeddings.LayerNorm.weight")).isFalse();
        assertThat(AdamW.decays("distilbert.transformer.layer.0.sa_layer_norm.weight"))
                .isFalse();
        assertThat(AdamW.decays("distilbert.transformer.layer.0.output_layer_norm.weight"))
                .isFalse();
        assertThat(AdamW.decays("distilbert.transformer.layer.0.ffn.lin1.weight"))
                .isTrue();
    }

    @Test
    void aLongGradientIsScaledToTheAllowedNorm() {
        NDArray array = manager.create(new float[] {3, 4});
        AdamW optimizer = optimizer("lin.bias", array, 1);
        double[] expected = {3, 4};

        squaredLoss(array);
        double norm = optimizer.step(0, RATE, manager);

        assertThat(norm).isCloseTo(10, offset(1e-4));
        reference(expected, new double[] {0.6, 0.8}, new double[2], new double[2], 0, 0);
        assertClose(array, expected);
    }

    @Test
    void gradientsDoNotAddUpFromStepToStep() {
        NDArray array = manager.create(new float[] {3, 4});
        AdamW optimizer = optimizer("lin.bias", array, 1e9);

        squaredLoss(array);
        optimizer.step(0, 1e-12, manager);
        squaredLoss(array);
        double second = optimizer.step(1, 1e-12, manager);

        assertThat(second).isCloseTo(10, offset(1e-3));
    }

    @Test
    void aGradientThatIsNoNumberStopsTheTraining() {
        NDArray array = manager.create(new float[] {Float.MAX_VALUE, 1});
        AdamW optimizer = optimizer("lin.bias", array, 1);

        squaredLoss(array);

        assertThatThrownBy(() -> optimizer.step(7, RATE, manager))
                .isInstanceOf(TrainingDiverged.class)
                .hasMessageContaining("step 7");
        assertThat(array.toFloatArray()[1]).isEqualTo(1);
    }

    private static AdamW optimizer(String name, NDArray array, double maxNorm) {
        Parameter parameter =
                Parameter.builder().setName(name).setType(Parameter.Type.OTHER).build();
        parameter.setArray(array);
        return new AdamW(Map.of(name, parameter), CONSTANTS, maxNorm);
    }

    /** The gradient of the sum of squares is twice the values. */
    private static void squaredLoss(NDArray array) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                NDArray squares = array.mul(array);
                NDArray loss = squares.sum()) {
            collector.backward(loss);
        }
    }

    private static void reference(
            double[] weights, double[] gradient, double[] mean, double[] variance, int step, double decay) {
        for (int i = 0; i < weights.length; i++) {
            mean[i] = CONSTANTS.beta1() * mean[i] + (1 - CONSTANTS.beta1()) * gradient[i];
            variance[i] = CONSTANTS.beta2() * variance[i] + (1 - CONSTANTS.beta2()) * gradient[i] * gradient[i];
            double corrected = mean[i] / (1 - Math.pow(CONSTANTS.beta1(), step + 1));
            double root = Math.sqrt(variance[i] / (1 - Math.pow(CONSTANTS.beta2(), step + 1)));
            weights[i] -= RATE * (corrected / (root + CONSTANTS.epsilon()) + decay * weights[i]);
        }
    }

    private static void assertClose(NDArray array, double[] expected) {
        float[] actual = array.toFloatArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], offset(1e-5));
        }
    }
}
