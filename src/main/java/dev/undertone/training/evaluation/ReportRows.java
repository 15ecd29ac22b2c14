package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.TrainingHistory.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a report as written rows: the tables of the page and of the model card. */
final class ReportRows {

    /** What {@link #summary} gives. */
    static final List<String> SUMMARY = List.of("texts", "accuracy", "loss", "macro-F1", "calibration error");

    private ReportRows() {}

    /** What was read, and the figures of a report over all emotions. */
    static List<String> summary(String texts, EvaluationReport report) {
        return List.of(
                texts,
                figure(report.accuracy()),
                figure(report.loss()),
                figure(report.confusion().macroF1()),
                figure(report.ece()));
    }

    /** True emotion, then the counts by predicted one. */
    static List<List<String>> confusion(ConfusionMatrix confusion) {
        List<List<String>> rows = new ArrayList<>();
        for (Emotion actual : Emotion.inOrder()) {
            List<String> row = new ArrayList<>(List.of(actual.label()));
            confusion.counts().get(actual.id()).forEach(count -> row.add(count(count)));
            rows.add(row);
        }
        return rows;
    }

    /** Emotion, precision, recall, F1, texts. */
    static List<List<String>> classes(ConfusionMatrix confusion) {
        List<List<String>> rows = new ArrayList<>();
        confusion
                .perClass()
                .forEach((emotion, figures) -> rows.add(List.of(
                        emotion.label(),
                        figure(figures.precision()),
                        figure(figures.recall()),
                        figure(figures.f1()),
                        count(figures.support()))));
        return rows;
    }

    /** Range of probability, texts, mean probability, accuracy; without the empty bins. */
    static List<List<String>> bins(Calibration calibration) {
        return calibration.bins().stream()
                .filter(bin -> bin.count() > 0)
                .map(bin -> List.of(
                        figure(bin.lower()) + " to " + figure(bin.upper()),
                        count(bin.count()),
                        figure(bin.confidence()),
                        figure(bin.accuracy())))
                .toList();
    }

    /** Epoch, step, training loss, validation loss, accuracy. */
    static List<List<String>> epochs(List<Epoch> epochs) {
        return epochs.stream()
                .map(epoch -> List.of(
                        String.valueOf(epoch.epoch()),
                        count(epoch.step()),
                        figure(epoch.trainingLoss()),
                        figure(epoch.validationLoss()),
                        figure(epoch.validationAccuracy())))
                .toList();
    }

    /** A figure with four places. */
    static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** A whole number with its thousands apart. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share in percent with one place. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
