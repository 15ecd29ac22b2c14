package dev.undertone.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.TokenBatch;
import java.util.List;
import java.util.stream.Stream;

/** One step of fine-tuning: forward, loss, backward, update. */
final class TrainingStep {

    private final DistilBertModel model;
    private final AdamW optimizer;
    private final Objective objective;
    private final Reader reader;
    private final Engine engine;
    private final ParameterStore parameterStore;
    private final long seed;

    TrainingStep(DistilBertModel model, AdamW optimizer, Objective objective, Reader reader, long seed) {
        this.model = model;
        this.optimizer = optimizer;
        this.objective = objective;
        this.reader = reader;
        this.engine = model.manager().getEngine();
        this.parameterStore = new ParameterStore(model.manager(), false);
        this.seed = seed;
    }

    /**
     * Takes one step.
     *
     * @param step steps taken before this one; with the seed it decides what dropout drops, so that a resumed run
     *     repeats it
     * @return the mean loss of the batch
     */
    double take(int step, List<EncodedLesson> batch, double learningRate) {
        engine.setRandomSeed((int) (seed * 7_919 + step));
        List<EncodedLesson> rows = objective.twice()
                ? Stream.concat(batch.stream(), batch.stream()).toList()
                : batch;
        double value;
        try (NDManager scope = model.manager().newSubManager();
                GradientCollector collector = engine.newGradientCollector()) {
            NDList input = TokenBatch.pad(
                    scope, rows.stream().map(row -> reader.ids(row, step)).toList());
            NDArray loss = objective.loss(model.network().logitsAndStates(parameterStore, input, true), rows);
            collector.backward(loss);
            value = loss.getFloat();
        }
        optimizer.step(step, learningRate, model.manager());
        // A divergence of nothing is a rounding error, on either side of zero.
        return value < 0 && value > -1e-3 ? 0 : value;
    }
}
