package dev.undertone.administration.cards;

import dev.undertone.emotion.Emotion;
import dev.undertone.figures.Proportion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The figures of a checkpoint's own evaluation report; nothing here was typed in by anybody.
 *
 * @param precision the arithmetic it was evaluated in
 * @param accuracy how many texts it read rightly
 * @param loss cross-entropy in nats
 * @param macroF1 every emotion counts alike
 * @param ece expected calibration error
 * @param classes figures of each emotion, in label order
 * @param confusion rows true, columns predicted, in label order; empty if the report has none
 */
public record Evaluation(
        String precision,
        Proportion accuracy,
        double loss,
        double macroF1,
        double ece,
        Map<Emotion, ClassFigures> classes,
        List<List<Long>> confusion) {

    /** Copies the figures. */
    public Evaluation {
        classes = new EnumMap<>(classes);
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    /** Reads a report; empty if it is none, since others may write such files too. */
    public static Optional<Evaluation> of(JsonNode report) {
        long examples = report.path("examples").longValue(0);
        double accuracy = share(report.path("accuracy"));
        Map<Emotion, ClassFigures> classes = new EnumMap<>(Emotion.class);
        for (Emotion emotion : Emotion.inOrder()) {
            JsonNode node = report.path("perClass").path(emotion.label());
            if (!node.isObject()) {
                return Optional.empty();
            }
            classes.put(emotion, ClassFigures.of(node));
        }
        if (examples < 1 || Double.isNaN(accuracy)) {
            return Optional.empty();
        }
        return Optional.of(new Evaluation(
                report.path("precision").stringValue("?"),
                new Proportion(Math.round(accuracy * examples), examples),
                report.path("loss").doubleValue(Double.NaN),
                report.path("macroF1").doubleValue(Double.NaN),
                report.path("ece").doubleValue(Double.NaN),
                classes,
                matrix(report.path("confusion"))));
    }

    private static double share(JsonNode node) {
        double value = node.doubleValue(Double.NaN);
        return value >= 0 && value <= 1 ? value : Double.NaN;
    }

    private static List<List<Long>> matrix(JsonNode rows) {
        int size = Emotion.inOrder().size();
        List<List<Long>> matrix = new ArrayList<>();
        for (JsonNode row : rows) {
            List<Long> counts = new ArrayList<>();
            row.forEach(count -> counts.add(Math.max(0, count.longValue(0))));
            if (counts.size() != size) {
                return List.of();
            }
            matrix.add(counts);
        }
        return matrix.size() == size ? matrix : List.of();
    }

    /**
     * Figures of one emotion.
     *
     * @param precision the right share of what was read as this
     * @param recall the share of this that was read as such
     * @param f1 their harmonic mean
     * @param support how many texts carry it
     */
    public record ClassFigures(double precision, double recall, double f1, long support) {

        static ClassFigures of(JsonNode node) {
            return new ClassFigures(
                    share(node.path("precision")),
                    share(node.path("recall")),
                    share(node.path("f1")),
                    node.path("support").longValue(0));
        }
    }
}
