package dev.undertone.training.evaluation;

import java.util.Optional;

/**
 * How one training ended.
 *
 * @param output the checkpoint that was to be made
 * @param command what was typed
 * @param seed of the training
 * @param outcome {@code saved}, or why nothing was
 * @param figures what the saved checkpoint scores on the validation split
 */
public record FinishedRun(String output, String command, long seed, String outcome, Optional<Figures> figures) {

    /** Said of a run whose checkpoint was saved. */
    public static final String SAVED = "saved";

    /**
     * The figures of a saved checkpoint.
     *
     * @param accuracy 0 to 1
     * @param loss in nats
     * @param macroF1 0 to 1
     * @param ece the expected calibration error, 0 to 1
     */
    public record Figures(double accuracy, double loss, double macroF1, double ece) {

        /** Those of a report. */
        public static Figures of(EvaluationReport report) {
            return new Figures(
                    report.accuracy(), report.loss(), report.confusion().macroF1(), report.ece());
        }
    }

    /** What was typed, but for the seed and the name of the output: runs that share it are draws of one recipe. */
    public String recipe() {
        return command.replaceAll(" --(seed|output) \\S+", "");
    }
}
