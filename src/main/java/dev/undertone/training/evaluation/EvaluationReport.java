package dev.undertone.training.evaluation;

import dev.undertone.modelstore.CheckpointId;
import java.util.Comparator;
import java.util.List;

/**
 * How good a checkpoint is on labelled texts.
 *
 * @param checkpoint which weights
 * @param precision in which arithmetic they were run, such as {@code fp32} or {@code int8}
 * @param loss mean cross-entropy in nats: the negative natural logarithm of the label's probability, which counts as
 *     {@value #LEAST_PROBABILITY} where it is smaller, so that one text cannot make the mean infinite
 * @param confusion which emotion was taken for which
 * @param calibration how far probabilities can be trusted
 * @param mistakes all wrong predictions, the most confident first
 */
public record EvaluationReport(
        CheckpointId checkpoint,
        String precision,
        double loss,
        ConfusionMatrix confusion,
        Calibration calibration,
        List<Prediction> mistakes) {

    /** The floor under a label's probability in the loss. */
    public static final double LEAST_PROBABILITY = 1e-12;

    /** Copies the mistakes and refuses a loss that is none. */
    public EvaluationReport {
        mistakes = List.copyOf(mistakes);
        if (!(loss >= 0 && loss < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("loss is " + loss + ", expected a number from 0");
        }
        if (mistakes.size() != confusion.total() - confusion.correct()) {
            throw new IllegalArgumentException(mistakes.size() + " mistakes do not fit the confusion matrix");
        }
    }

    /**
     * Computes the report.
     *
     * @param predictions at least one
     */
    public static EvaluationReport of(CheckpointId checkpoint, String precision, List<Prediction> predictions) {
        double loss = predictions.stream()
                .mapToDouble(EvaluationReport::loss)
                .average()
                .orElseThrow(
                        () -> new IllegalArgumentException("nothing was predicted, so there is nothing to report"));
        List<Prediction> mistakes = predictions.stream()
                .filter(prediction -> !prediction.correct())
                .sorted(Comparator.comparingDouble(Prediction::confidence).reversed())
                .toList();
        return new EvaluationReport(
                checkpoint, precision, loss, ConfusionMatrix.of(predictions), Calibration.of(predictions), mistakes);
    }

    /** The number of texts. */
    public long examples() {
        return confusion.total();
    }

    /** The share of texts whose label won, 0 to 1. */
    public double accuracy() {
        return confusion.accuracy();
    }

    /** The 95 % interval of the accuracy. */
    public Interval accuracyInterval() {
        return Interval.wilson(confusion.correct(), confusion.total());
    }

    /** The expected calibration error, 0 to 1. */
    public double ece() {
        return calibration.expectedError();
    }

    private static double loss(Prediction prediction) {
        double probability = prediction.scores().of(prediction.example().emotion());
        return -Math.log(Math.max(probability, LEAST_PROBABILITY));
    }
}
