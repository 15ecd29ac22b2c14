package dev.undertone.training.evaluation;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import dev.undertone.figures.Picture;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Draws figures over the steps of a training.
 *
 * @param title what the figures are
 * @param description what one would say about them
 * @param series one curve each
 */
record CurvePicture(String title, String description, List<Series> series) {

    private static final int TICKS = 5;

    /**
     * A curve.
     *
     * @param name said in the key beside its line
     * @param style {@code strong} or {@code faint}
     * @param points step and figure
     * @param dots whether each point is marked
     */
    record Series(String name, String style, List<Point> points, boolean dots) {}

    Picture draw() {
        double lastStep = points().mapToDouble(Point::x).max().orElse(1);
        double least = points().mapToDouble(Point::y).min().orElse(0);
        double most = points().mapToDouble(Point::y).max().orElse(1);
        double tick = tick(most - least, most);
        Scale x = new Scale(0, lastStep, 52, 376);
        Scale y = new Scale(Math.floor(least / tick) * tick, Math.ceil(most / tick) * tick, 240, 40);
        Drawing drawing = new Drawing(400, 284);
        for (double value = y.least(); value <= y.most() + tick / 2; value += tick) {
            drawing.line(new Point(52, y.at(value)), new Point(376, y.at(value)), "grid");
            drawing.word(46, y.at(value) + 4, figure(value, tick), "end", "small");
        }
        double stepTick = Math.max(1, tick(lastStep, lastStep));
        for (double step = 0; step <= lastStep; step += stepTick) {
            drawing.word(x.at(step), 258, String.format(Locale.ROOT, "%,.0f", step), "middle", "small");
        }
        drawing.word(214, 278, "step", "middle", "soft");
        double key = 52;
        for (Series one : series) {
            drawing.line(new Point(key, 16), new Point(key + 22, 16), one.style());
            drawing.word(key + 28, 20, one.name(), "start", "soft");
            key += 60 + 7.5 * one.name().length();
            List<Point> at = one.points().stream()
                    .map(point -> new Point(x.at(point.x()), y.at(point.y())))
                    .toList();
            drawing.curve(at, one.style());
            if (one.dots()) {
                at.forEach(point -> drawing.dot(point, 4, "ink"));
            }
        }
        return drawing.finish(title, description);
    }

    private Stream<Point> points() {
        return series.stream().flatMap(one -> one.points().stream());
    }

    /** A distance of 1, 2 or 5 times a power of ten that gives about {@value #TICKS} ticks. */
    private static double tick(double range, double most) {
        double wanted = (range > 0 ? range : Math.max(Math.abs(most), 1e-9)) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double digit = wanted / power;
        if (digit <= 1) {
            return power;
        }
        return digit <= 2 ? 2 * power : digit <= 5 ? 5 * power : 10 * power;
    }

    private static String figure(double value, double tick) {
        return tick < 1e-3
                ? String.format(Locale.ROOT, "%.0e", value)
                : String.format(Locale.ROOT, "%." + (int) Math.max(0, Math.ceil(-Math.log10(tick))) + "f", value);
    }
}
