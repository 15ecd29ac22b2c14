package dev.undertone.training;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.Weights;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fine-tunes a network on labelled texts, from the beginning or from where a killed run stopped.
 *
 * <p>Order and dropout of a step depend on the seed and the step's number alone, and all that the optimizer remembers
 * is in the saved state, so a resumed run ends where an unbroken one would.
 */
final class FineTuning {

    private final Hyperparameters hyperparameters;
    private final Cadence cadence;
    private final RunFolder folder;
    private final RunHistory history;
    private final TrainingListener listener;

    FineTuning(Hyperparameters hyperparameters, Cadence cadence, RunFolder folder, TrainingListener listener) {
        this.hyperparameters = hyperparameters;
        this.cadence = cadence;
        this.folder = folder;
        this.history = new RunHistory(folder.path());
        this.listener = listener;
    }

    /**
     * Trains to the end, or until told to stop; in both cases the state is on disk.
     *
     * @param base the weights to start from if there is no saved state
     * @param stop asked after every step
     * @return whether the training reached its end
     */
    boolean run(
            EncoderConfig config,
            Weights base,
            List<EncodedExample> train,
            List<EncodedExample> validation,
            BooleanSupplier stop) {
        Optional<Integer> saved = folder.savedStep();
        try (DistilBertModel model = load(config, base, saved)) {
            AdamW optimizer =
                    new AdamW(model.parameters(), hyperparameters.optimizer(), hyperparameters.maxGradientNorm());
            TrainingState state = new TrainingState(optimizer);
            saved.ifPresent(step -> {
                try (Weights weights = folder.openState(step)) {
                    state.restore(weights);
                }
            });
            history.forgetAfter(saved.orElse(0));
            Loop loop = new Loop(model, optimizer, state, train, validation);
            return loop.from(saved.orElse(0), stop);
        }
    }

    private DistilBertModel load(EncoderConfig config, Weights base, Optional<Integer> saved) {
        if (saved.isEmpty()) {
            return DistilBertModel.load(config, base, hyperparameters.dropout());
        }
        try (Weights weights = folder.openState(saved.get())) {
            return DistilBertModel.load(config, weights, hyperparameters.dropout());
        }
    }

    /**
     * How often something is told or saved.
     *
     * @param logEvery steps between two points of the training curve
     * @param saveEvery steps between two saved states
     */
    record Cadence(int logEvery, int saveEvery) {}

    /** The steps of one process. */
    private final class Loop {

        private final DistilBertModel model;
        private final TrainingState state;
        private final List<EncodedExample> train;
        private final List<EncodedExample> validation;
        private final TrainingStep trainingStep;
        private final int stepsPerEpoch;
        private final int totalSteps;
        private final LinearSchedule schedule;
        private double lossSum;
        private int lossCount;

        Loop(
                DistilBertModel model,
                AdamW optimizer,
                TrainingState state,
                List<EncodedExample> train,
                List<EncodedExample> validation) {
            this.model = model;
            this.state = state;
            this.train = train;
            this.validation = validation;
            this.trainingStep = new TrainingStep(model, optimizer, hyperparameters.seed());
            this.stepsPerEpoch = BatchPlan.steps(train.size(), hyperparameters.batchSize());
            this.totalSteps = stepsPerEpoch * hyperparameters.epochs();
            this.schedule =
                    new LinearSchedule(hyperparameters.learningRate(), hyperparameters.warmupSteps(), totalSteps);
        }

        boolean from(int first, BooleanSupplier stop) {
            List<List<Integer>> plan = List.of();
            for (int step = first; step < totalSteps; step++) {
                int epoch = step / stepsPerEpoch;
                if (step == first || step % stepsPerEpoch == 0) {
                    plan = BatchPlan.epoch(train, hyperparameters.batchSize(), hyperparameters.seed(), epoch);
                }
                take(step, plan.get(step % stepsPerEpoch));
                int taken = step + 1;
                boolean epochEnds = taken % stepsPerEpoch == 0;
                if (epochEnds) {
                    evaluate(epoch + 1, taken);
                }
                boolean stopped = stop.getAsBoolean();
                if (epochEnds || stopped || taken % cadence.saveEvery() == 0) {
                    folder.saveState(taken, state.weights());
                    listener.saved(taken);
                }
                if (stopped && taken < totalSteps) {
                    return false;
                }
            }
            return true;
        }

        private void take(int step, List<Integer> indices) {
            double rate = schedule.rate(step);
            double loss =
                    trainingStep.take(step, indices.stream().map(train::get).toList(), rate);
            listener.step(step + 1, totalSteps, loss, rate);
            lossSum += loss;
            lossCount++;
            if ((step + 1) % cadence.logEvery() == 0) {
                StepRecord point = new StepRecord(step + 1, (step + 1.0) / stepsPerEpoch, lossSum / lossCount, rate);
                history.add(point);
                listener.progress(point);
                lossSum = 0;
                lossCount = 0;
            }
        }

        private void evaluate(int epoch, int step) {
            List<EmotionScores> scores = Evaluator.scores(
                    model,
                    validation.stream().map(EncodedExample::ids).toList(),
                    hyperparameters.evaluationBatchSize());
            EpochRecord record = EpochRecord.of(epoch, step, validation, scores);
            boolean best = history.best().map(record::betterThan).orElse(true);
            if (best) {
                folder.saveBest(state.parameters());
            }
            history.add(record);
            listener.epoch(record, best);
        }
    }
}
