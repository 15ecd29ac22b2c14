package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as lines of text for a terminal. */
public final class ReportTable {

    private ReportTable() {}

    /** Writes the figures rounded to four places, then a table by emotion, then the confusion matrix. */
    public static String text(EvaluationReport report) {
        ConfusionMatrix confusion = report.confusion();
        StringBuilder text = new StringBuilder();
        Interval interval = report.accuracyInterval();
        line(text, "%s (%s) on %,d texts", report.checkpoint(), report.precision(), report.examples());
        line(
                text,
                "accuracy %.4f (95 %% interval %.4f to %.4f)",
                report.accuracy(),
                interval.lower(),
                interval.upper());
        line(
                text,
                "loss %.4f nats   macro-F1 %.4f   calibration error %.4f",
                report.loss(),
                confusion.macroF1(),
                report.ece());
        line(text, "");
        line(text, "%-10s%11s%11s%11s%11s", "", "precision", "recall", "F1", "texts");
        confusion
                .perClass()
                .forEach((emotion, figures) -> line(
                        text,
                        "%-10s%11.4f%11.4f%11.4f%,11d",
                        emotion.label(),
                        figures.precision(),
                        figures.recall(),
                        figures.f1(),
                        figures.support()));
        line(text, "");
        line(text, "%-10s%s", "true \\ is", cells(Emotion.inOrder().stream().map(Emotion::label)));
        for (Emotion actual : Emotion.inOrder()) {
            var counts = Emotion.inOrder().stream()
                    .map(given -> String.format(Locale.ROOT, "%,d", confusion.count(actual, given)));
            line(text, "%-10s%s", actual.label(), cells(counts));
        }
        return text.toString();
    }

    /** The same, and after it what else was measured. */
    public static String text(Examination examination) {
        StringBuilder text = new StringBuilder(text(examination.report()));
        examination.robustness().ifPresent(robustness -> {
            line(text, "");
            line(text, "%-16s%10s%18s", "written with", "texts", "read as before");
            robustness
                    .rows()
                    .forEach(row -> line(
                            text,
                            "%-16s%,10d%,10d%7.2f%%",
                            row.way().title(),
                            row.changed(),
                            row.same(),
                            100 * row.share()));
        });
        examination.abstention().ifPresent(abstention -> {
            line(text, "");
            line(
                    text,
                    "%,d of %,d texts with anger or fear are read with certainty (%.1f %%)",
                    abstention.certain(),
                    abstention.alarming(),
                    100 * abstention.certainShare());
            abstention
                    .neutral()
                    .forEach(row -> line(
                            text,
                            "%s: of %,d neutral texts %,d are called anger or fear with certainty (%.1f %%), %,d uncertain",
                            row.name(),
                            row.texts(),
                            row.alarmed(),
                            100 * row.alarmedShare(),
                            row.uncertain()));
        });
        return text.toString();
    }

    /** Checkpoints that differ in the seed, their means and their sample standard deviations. */
    public static String text(Draws draws) {
        StringBuilder text = new StringBuilder();
        line(text, "%d seeds (%s) on %,d texts", draws.draws().size(), draws.precision(), draws.examples());
        line(
                text,
                "%-32s%12s%10s%10s%10s%19s",
                "checkpoint",
                "seed",
                "accuracy",
                "loss",
                "macro-F1",
                "calibration error");
        draws.draws().forEach(draw -> figures(text, draw.checkpoint(), String.valueOf(draw.seed()), draw.figures()));
        figures(text, "mean", "", draws.mean());
        figures(text, "standard deviation", "", draws.deviation());
        line(text, "%s", draws.calibration());
        return text.toString();
    }

    private static void figures(StringBuilder text, String name, String seed, FinishedRun.Figures figures) {
        line(
                text,
                "%-32s%12s%10.4f%10.4f%10.4f%19.4f",
                name,
                seed,
                figures.accuracy(),
                figures.loss(),
                figures.macroF1(),
                figures.ece());
    }

    private static String cells(Stream<String> cells) {
        return cells.map(cell -> String.format(Locale.ROOT, "%10s", cell)).collect(Collectors.joining());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
