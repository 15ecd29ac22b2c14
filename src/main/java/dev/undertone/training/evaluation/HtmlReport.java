package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.figures.ReportTemplate;
import dev.undertone.training.TrainingHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report as one page with pictures that needs no network, no script and no other file. */
public final class HtmlReport {

    private static final int MISTAKES_SHOWN = 30;

    private HtmlReport() {}

    /**
     * Writes {@code index.html} into a folder, which is created when missing.
     *
     * @param history how the checkpoint was trained; an empty one leaves the curves out
     * @return the page
     * @throws UncheckedIOException if the page cannot be written
     */
    public static Path write(Path folder, EvaluationReport report, TrainingHistory history) {
        Path page = folder.resolve("index.html");
        try {
            Files.createDirectories(folder);
            Files.writeString(page, html(report, history));
        } catch (IOException e) {
            throw new UncheckedIOException(page + " cannot be written", e);
        }
        return page;
    }

    static String html(EvaluationReport report, TrainingHistory history) {
        ConfusionMatrix confusion = report.confusion();
        Map<String, Object> values = new HashMap<>();
        values.put("checkpoint", report.checkpoint().value());
        values.put("precision", report.precision());
        values.put("tiles", tiles(report));
        values.put("emotions", Emotion.inOrder().stream().map(Emotion::label).toList());
        values.put("confusion", ReportPictures.confusion(confusion));
        values.put("confusionRows", ReportRows.confusion(confusion));
        values.put("bars", ReportPictures.classBars(confusion.perClass()));
        values.put("classRows", ReportRows.classes(confusion));
        values.put("reliability", ReportPictures.reliability(report.calibration()));
        values.put("binRows", ReportRows.bins(report.calibration()));
        values.put("curves", TrainingCurves.of(history));
        values.put("epochRows", ReportRows.epochs(history.epochs()));
        values.put("mistakeCount", ReportRows.count(report.mistakes().size()));
        values.put("mistakes", mistakes(report.mistakes()));
        return ReportTemplate.fill("report.html", values);
    }

    private static List<Tile> tiles(EvaluationReport report) {
        Interval interval = report.accuracyInterval();
        return List.of(
                new Tile(
                        "Accuracy",
                        ReportRows.figure(report.accuracy()),
                        "95 % interval " + ReportRows.figure(interval.lower()) + " to "
                                + ReportRows.figure(interval.upper())),
                new Tile("Macro-F1", ReportRows.figure(report.confusion().macroF1()), "every emotion counts alike"),
                new Tile("Loss", ReportRows.figure(report.loss()), "cross-entropy in nats"),
                new Tile(
                        "Calibration error",
                        ReportRows.figure(report.ece()),
                        Calibration.BINS + " bins of equal width"),
                new Tile(
                        "Texts",
                        ReportRows.count(report.examples()),
                        ReportRows.count(report.mistakes().size()) + " read wrongly"));
    }

    private static List<Mistake> mistakes(List<Prediction> mistakes) {
        return mistakes.stream()
                .limit(MISTAKES_SHOWN)
                .map(mistake -> new Mistake(
                        mistake.example().text(),
                        mistake.example().emotion().label(),
                        mistake.emotion().label(),
                        ReportRows.percent(mistake.confidence())))
                .toList();
    }

    record Tile(String name, String value, String note) {}

    record Mistake(String text, String actual, String given, String confidence) {}
}
