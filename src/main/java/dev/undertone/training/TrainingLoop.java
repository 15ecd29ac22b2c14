package dev.undertone.training;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.FineTuning.Cadence;
import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.evaluation.EvaluationReport;
import dev.undertone.training.evaluation.Prediction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The steps that one process takes: train, log, evaluate, save. */
final class TrainingLoop {

    private static final Comparator<Epoch> BETTER = Comparator.comparingDouble(Epoch::validationAccuracy)
            .thenComparing(Comparator.comparingDouble(Epoch::validationLoss).reversed());

    private final Hyperparameters hyperparameters;
    private final Cadence cadence;
    private final RunFolder folder;
    private final TrainingListener listener;
    private final DistilBertModel model;
    private final TrainingState state;
    private final TrainingStep trainingStep;
    private final Optional<Integer> keptEpoch;
    private final MeanLoss sinceLog = new MeanLoss();
    private final MeanLoss sinceEpoch = new MeanLoss();

    TrainingLoop(
            Hyperparameters hyperparameters,
            Cadence cadence,
            RunFolder folder,
            TrainingListener listener,
            DistilBertModel model,
            TrainingState state,
            TrainingStep trainingStep,
            Optional<Integer> keptEpoch) {
        this.hyperparameters = hyperparameters;
        this.cadence = cadence;
        this.folder = folder;
        this.listener = listener;
        this.model = model;
        this.state = state;
        this.trainingStep = trainingStep;
        this.keptEpoch = keptEpoch;
    }

    /**
     * Takes steps until the training ends or is stopped.
     *
     * @param first steps taken before
     * @return whether the training reached its end
     */
    boolean run(List<EncodedLesson> train, List<EncodedExample> validation, int first, BooleanSupplier stop) {
        int batchSize = hyperparameters.batchSize();
        int stepsPerEpoch = BatchPlan.steps(train.size(), batchSize);
        int total = stepsPerEpoch * hyperparameters.epochs();
        Schedule schedule = new Schedule(
                hyperparameters.learningRate(),
                hyperparameters.warmupSteps(),
                total,
                hyperparameters.refinements().decay());
        int last = keptEpoch.map(epoch -> epoch * stepsPerEpoch).orElse(total);
        List<List<Integer>> plan = List.of();
        for (int step = first; step < last; step++) {
            if (step == first || step % stepsPerEpoch == 0) {
                plan = BatchPlan.epoch(train, batchSize, hyperparameters.seed(), step / stepsPerEpoch);
            }
            List<EncodedLesson> batch =
                    plan.get(step % stepsPerEpoch).stream().map(train::get).toList();
            double loss = trainingStep.take(step, batch, schedule.rate(step));
            int taken = step + 1;
            state.follow(taken);
            tell(taken, last, loss, new Step(taken, (double) taken / stepsPerEpoch, 0, schedule.rate(step)));
            boolean epochEnds = taken % stepsPerEpoch == 0;
            if (epochEnds) {
                evaluate(validation, taken / stepsPerEpoch, taken);
            }
            boolean stopped = stop.getAsBoolean();
            if (epochEnds || stopped || taken % cadence.saveEvery() == 0) {
                folder.saveState(taken, state.weights());
                listener.saved(taken);
            }
            if (stopped && taken < last) {
                return false;
            }
        }
        return true;
    }

    private void tell(int taken, int total, double loss, Step point) {
        listener.step(taken, total, loss);
        sinceLog.add(loss);
        sinceEpoch.add(loss);
        if (taken % cadence.logEvery() == 0) {
            Step logged = new Step(point.step(), point.epoch(), sinceLog.take(), point.learningRate());
            folder.history().append(logged);
            listener.logged(logged);
        }
    }

    private void evaluate(List<EncodedExample> validation, int epoch, int taken) {
        EvaluationReport report =
                EvaluationReport.of(new CheckpointId("epoch-" + epoch), "fp32", predictions(validation));
        Epoch entry = new Epoch(epoch, taken, sinceEpoch.take(), report.loss(), report.accuracy());
        Optional<Epoch> best = folder.history().read().epochs().stream()
                .filter(earlier -> earlier.epoch() < epoch)
                .max(BETTER);
        boolean isBest = best.isEmpty() || BETTER.compare(entry, best.get()) > 0;
        if (keptEpoch.map(kept -> kept == epoch).orElse(isBest)) {
            folder.saveBest(state.parameters());
        }
        folder.history().append(entry);
        listener.evaluated(entry, isBest);
    }

    /** An average of the weights is put into a network of its own, as the training goes on with the weights. */
    private List<Prediction> predictions(List<EncodedExample> validation) {
        int batchSize = hyperparameters.evaluationBatchSize();
        if (!state.averages()) {
            return Evaluator.predictions(model, validation, batchSize);
        }
        try (DistilBertModel averaged =
                DistilBertModel.load(model.network().config(), state.parameters(), DropoutRates.NONE)) {
            return Evaluator.predictions(averaged, validation, batchSize);
        }
    }

    /** A running mean that starts over when it is taken; after a resume it knows only the steps since. */
    private static final class MeanLoss {

        private double sum;
        private int count;

        void add(double loss) {
            sum += loss;
            count++;
        }

        double take() {
            double mean = sum / count;
            sum = 0;
            count = 0;
            return mean;
        }
    }
}
