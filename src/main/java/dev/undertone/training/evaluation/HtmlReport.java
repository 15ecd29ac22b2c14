package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.training.TrainingHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A report as one page with pictures that needs no network, no script and no other file. */
public final class HtmlReport {

    private static final int MISTAKES_SHOWN = 30;
    private static final ITemplateEngine ENGINE = engine();

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
        Context context = new Context(Locale.ROOT);
        context.setVariable("checkpoint", report.checkpoint().value());
        context.setVariable("precision", report.precision());
        context.setVariable("tiles", tiles(report));
        context.setVariable(
                "emotions", Emotion.inOrder().stream().map(Emotion::label).toList());
        context.setVariable("confusion", ReportPictures.confusion(confusion));
        context.setVariable("confusionRows", ReportRows.confusion(confusion));
        context.setVariable("bars", ReportPictures.classBars(confusion.perClass()));
        context.setVariable("classRows", ReportRows.classes(confusion));
        context.setVariable("reliability", ReportPictures.reliability(report.calibration()));
        context.setVariable("binRows", ReportRows.bins(report.calibration()));
        context.setVariable("curves", TrainingCurves.of(history));
        context.setVariable("epochRows", ReportRows.epochs(history.epochs()));
        context.setVariable("mistakeCount", ReportRows.count(report.mistakes().size()));
        context.setVariable("mistakes", mistakes(report.mistakes()));
        return ENGINE.process("report", context);
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

    private static ITemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(HtmlReport.class.getClassLoader());
        resolver.setPrefix("report/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    record Tile(String name, String value, String note) {}

    record Mistake(String text, String actual, String given, String confidence) {}
}
