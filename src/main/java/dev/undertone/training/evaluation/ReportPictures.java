package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import dev.undertone.figures.Picture;
import dev.undertone.figures.Picture.Box;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the figures of a report. Emotions have their colours, everything else is ink on paper. */
final class ReportPictures {

    /** The strongest tint behind a count at which the ink on it still has a contrast of 4.5 in both schemes. */
    private static final double STRONGEST_TINT = 0.42;

    private ReportPictures() {}

    /** Rows are true emotions and columns predicted ones; a cell is tinted by its share of the row. */
    static Picture confusion(ConfusionMatrix confusion) {
        int cell = 72;
        int left = 96;
        int top = 56;
        Drawing drawing = new Drawing(left + 6 * cell + 8, top + 6 * 48 + 8);
        drawing.word(left + 3.0 * cell, 18, "read as", "middle", "soft");
        drawing.word(4, top - 12, "really", "start", "soft");
        for (Emotion actual : Emotion.inOrder()) {
            double y = top + actual.id() * 48.0;
            drawing.word(left - 12.0, y + 29, actual.label(), "end", actual.label());
            drawing.word(left + (actual.id() + 0.5) * cell, top - 12, actual.label(), "middle", actual.label());
            for (Emotion given : Emotion.inOrder()) {
                double x = left + given.id() * (double) cell;
                double share = ClassFigures.share(confusion.count(actual, given), confusion.support(actual));
                drawing.box(new Box(x + 1, y + 1, cell - 2.0, 46, 1, "wash"));
                drawing.box(new Box(x + 1, y + 1, cell - 2.0, 46, STRONGEST_TINT * share, actual.label()));
                drawing.word(
                        x + cell / 2.0, y + 22, ReportRows.count(confusion.count(actual, given)), "middle", "count");
                drawing.word(x + cell / 2.0, y + 38, ReportRows.percent(share), "middle", "small");
            }
        }
        return drawing.finish(
                "Confusion matrix",
                "Of " + confusion.total() + " texts " + confusion.correct()
                        + " were given the emotion they carry. Each row is an emotion that texts carry, each column one they were given.");
    }

    /** Three bars for each emotion. */
    static Picture classBars(Map<Emotion, ClassFigures> perClass) {
        int left = 168;
        Drawing drawing = new Drawing(620, 6 * 78 + 4);
        Scale width = new Scale(0, 1, 0, 380);
        perClass.forEach((emotion, figures) -> {
            double y = emotion.id() * 78.0 + 6;
            drawing.word(4, y + 25, emotion.label(), "start", emotion.label());
            drawing.word(4, y + 43, ReportRows.count(figures.support()) + " texts", "start", "small");
            List<Bar> bars = List.of(
                    new Bar("precision", figures.precision(), 0.45),
                    new Bar("recall", figures.recall(), 0.7),
                    new Bar("F1", figures.f1(), 1));
            for (int i = 0; i < bars.size(); i++) {
                Bar bar = bars.get(i);
                double top = y + i * 21;
                drawing.word(left - 10.0, top + 14, bar.name(), "end", "small");
                drawing.box(new Box(left, top + 3, 380, 14, 1, "wash"));
                drawing.box(new Box(left, top + 3, width.at(bar.share()), 14, bar.opacity(), emotion.label()));
                drawing.word(left + 390.0, top + 15, ReportRows.percent(bar.share()), "start", "small");
            }
        });
        String description = perClass.entrySet().stream()
                .map(entry -> entry.getKey().label() + " F1 "
                        + ReportRows.percent(entry.getValue().f1()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return drawing.finish("Precision, recall and F1 by emotion", description + ".");
    }

    /**
     * Accuracy over confidence with the diagonal of a perfect calibration; beneath it how many texts are in each bin.
     */
    static Picture reliability(Calibration calibration) {
        Drawing drawing = new Drawing(580, 470);
        Scale x = new Scale(0, 1, 60, 540);
        Scale y = new Scale(0, 1, 320, 20);
        shareAxes(drawing, x, y);
        long most = calibration.bins().stream()
                .mapToLong(Calibration.Bin::count)
                .max()
                .orElse(0);
        for (Calibration.Bin bin : calibration.bins()) {
            if (bin.count() > 0) {
                double left = x.at(bin.lower()) + 1;
                double width = x.at(bin.upper()) - left - 1;
                double height = 66 * ClassFigures.share(bin.count(), most);
                drawing.box(new Box(left, y.at(bin.accuracy()), width, 320 - y.at(bin.accuracy()), 0.35, "ink"));
                drawing.line(
                        new Point(left, y.at(bin.confidence())),
                        new Point(left + width, y.at(bin.confidence())),
                        "strong");
                drawing.box(new Box(left, 440 - height, width, height, 0.35, "ink"));
            }
        }
        drawing.line(new Point(60, 320), new Point(540, 20), "dashed");
        drawing.line(new Point(60, 440), new Point(540, 440), "grid");
        drawing.word(68, 34, "accuracy: bars · mean probability: lines", "start", "soft");
        drawing.word(68, 376, "texts in each bin, at most " + ReportRows.count(most), "start", "soft");
        drawing.word(300, 462, "probability of the winning emotion", "middle", "soft");
        return drawing.finish(
                "Reliability diagram",
                String.format(
                        Locale.ROOT,
                        "How often the winner is right, by its probability, in %d bins. The mean gap is %.4f.",
                        Calibration.BINS,
                        calibration.expectedError()));
    }

    private static void shareAxes(Drawing drawing, Scale x, Scale y) {
        for (int i = 0; i <= 5; i++) {
            double share = i / 5.0;
            String tick = 20 * i + " %";
            drawing.line(new Point(60, y.at(share)), new Point(540, y.at(share)), "grid");
            drawing.word(52, y.at(share) + 4, tick, "end", "small");
            drawing.word(x.at(share), 340, tick, "middle", "small");
        }
    }

    private record Bar(String name, double share, double opacity) {}
}
