package dev.undertone.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.TokenBatch;
import dev.undertone.emotion.Emotion;
import java.util.List;

/** One step of fine-tuning: forward, cross-entropy, backward, update. */
final class TrainingStep {

    private final DistilBertModel model;
    private final AdamW optimizer;
    private final Engine engine;
    private final ParameterStore parameterStore;
    private final long seed;

    TrainingStep(DistilBertModel model, AdamW optimizer, long seed) {
        this.model = model;
        this.optimizer = optimizer;
        this.engine = model.manager().getEngine();
        this.parameterStore = new ParameterStore(model.manager(), false);
        this.seed = seed;
    }

    /**
     * Takes one step.
     *
     * @param step steps taken before this one; with the seed it decides what dropout drops, so that a resumed run
     *     repeats it
     * @return mean cross-entropy of the batch, in nats
     */
    double take(int step, List<EncodedExample> batch, double learningRate) {
        engine.setRandomSeed((int) (seed * 7_919 + step));
        double value;
        try (NDManager scope = model.manager().newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            NDList input = TokenBatch.pad(
                    scope, batch.stream().map(EncodedExample::ids).toList());
            NDArray logits =
                    model.network().forward(parameterStore, input, true).singletonOrThrow();
            NDArray loss = crossEntropy(logits, targets(scope, batch));
            collector.backward(loss);
            value = loss.getFloat();
        }
        optimizer.step(step, learningRate, model.manager());
        return value;
    }

    /** Mean over the batch of minus the sum of target times log softmax; both arguments of shape (batch, labels). */
    private static NDArray crossEntropy(NDArray logits, NDArray targets) {
        return logits.logSoftmax(-1).mul(targets).sum(new int[] {1}).mean().neg();
    }

    private static NDArray targets(NDManager manager, List<EncodedExample> batch) {
        int labels = Emotion.inOrder().size();
        float[] oneHot = new float[batch.size() * labels];
        for (int row = 0; row < batch.size(); row++) {
            oneHot[row * labels + batch.get(row).label().id()] = 1;
        }
        return manager.create(oneHot, new Shape(batch.size(), labels));
    }
}
