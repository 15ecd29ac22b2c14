package dev.undertone.training.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** The run that made a checkpoint; the last one, if a name was used again. */
    static Optional<FinishedRun> latest(String output, List<FinishedRun> all) {
        return all.stream().filter(run -> run.output().equals(output)).reduce((earlier, later) -> later);
    }

    /** The value of an option of the command, if it was given. */
    Optional<String> option(String name) {
        Matcher matcher = Pattern.compile(" --" + name + " (\\S+)").matcher(command);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The checkpoints that it began with, learned from or averaged. */
    List<String> origins() {
        return Stream.of("of", "base", "teacher")
                .flatMap(name -> option(name).stream())
                .flatMap(names -> Stream.of(names.split(",")))
                .map(name -> name.replaceFirst("=.*", ""))
                .toList();
    }

    /** What was typed, but for the seed and the name of the output: runs that share it are draws of one recipe. */
    public String recipe() {
        return command.replaceAll(" --(seed|output) \\S+", "");
    }
}
