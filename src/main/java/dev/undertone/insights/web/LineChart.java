package dev.undertone.insights.web;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * One line over days; days without a value interrupt it.
 *
 * @param title what it shows
 * @param description what one would say about it
 * @param dates one a value
 * @param values empty where there is none
 * @param share whether the values are shares, 0 to 1
 * @param figure how a value is written
 */
record LineChart(
        String title,
        String description,
        List<String> dates,
        List<OptionalDouble> values,
        boolean share,
        DoubleFunction<String> figure) {

    private static final double DOT = 3;

    Picture draw() {
        Drawing drawing = new Drawing(Axes.WIDTH, Axes.HEIGHT);
        double most = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        Axes axes = share ? Axes.ofShare(most, dates.size()) : Axes.upTo(most, dates.size());
        axes.draw(drawing, dates, figure);
        List<Point> run = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                Point point = new Point(axes.middle(i), axes.at(values.get(i).getAsDouble()));
                run.add(point);
                drawing.dot(point, DOT, "ink");
            } else {
                finish(drawing, run);
            }
        }
        finish(drawing, run);
        return drawing.finish(title, description);
    }

    private static void finish(Drawing drawing, List<Point> run) {
        if (run.size() > 1) {
            drawing.curve(run, "strong");
        }
        run.clear();
    }
}
