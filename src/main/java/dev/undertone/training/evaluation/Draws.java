package dev.undertone.training.evaluation;

import dev.undertone.training.evaluation.FinishedRun.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Checkpoints of one recipe that differ in nothing but the seed, measured on the same texts: how much of a figure is
 * the luck of one draw.
 *
 * @param precision in which arithmetic they were run, such as {@code fp32} or {@code int8}
 * @param examples on how many texts
 * @param draws at least {@value #FEWEST}
 */
public record Draws(String precision, long examples, List<Draw> draws) {

    /** From so many on there is a deviation. */
    public static final int FEWEST = 2;

    /** Copies the draws and refuses too few. */
    public Draws {
        draws = List.copyOf(draws);
        if (draws.size() < FEWEST) {
            throw new IllegalArgumentException("expected " + FEWEST + " draws or more, got " + draws.size());
        }
    }

    /**
     * One of them.
     *
     * @param checkpoint its name
     * @param seed of its training
     * @param calibrated whether its probabilities are scaled
     * @param figures what it scores
     */
    public record Draw(String checkpoint, long seed, boolean calibrated, Figures figures) {}

    /** The mean of each figure. */
    public Figures mean() {
        return each(Draws::mean);
    }

    /** The sample standard deviation of each figure. */
    public Figures deviation() {
        return each(values -> {
            double mean = mean(values);
            double squares = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return Math.sqrt(squares / (values.length - 1));
        });
    }

    /** Which of them are calibrated, in a sentence: loss and calibration error compare only among like ones. */
    public String calibration() {
        List<Draw> with = draws.stream().filter(Draw::calibrated).toList();
        if (with.isEmpty()) {
            return "None of them is calibrated.";
        }
        if (with.size() == draws.size()) {
            return "Each is calibrated on its own.";
        }
        return "Calibrated: " + with.stream().map(Draw::checkpoint).collect(Collectors.joining(", "))
                + "; the others are not, so loss and calibration error do not compare.";
    }

    private Figures each(ToDoubleFunction<double[]> statistic) {
        return new Figures(
                statistic.applyAsDouble(values(Figures::accuracy)),
                statistic.applyAsDouble(values(Figures::loss)),
                statistic.applyAsDouble(values(Figures::macroF1)),
                statistic.applyAsDouble(values(Figures::ece)));
    }

    private double[] values(ToDoubleFunction<Figures> figure) {
        return draws.stream().map(Draw::figures).mapToDouble(figure).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
