package dev.undertone.insights.web;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Picture;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Columns over days, each made of parts.
 *
 * @param title what it shows
 * @param description what one would say about it
 * @param dates one a column
 * @param parts drawn from the bottom up
 * @param share whether the parts of a column fill it
 */
record ColumnChart(String title, String description, List<String> dates, List<Part> parts, boolean share) {

    private static final double FILLED = 0.78;
    /** The baseline of the first row of the key, and how far below it the second is: both fit above the columns. */
    private static final double KEY_Y = 14;

    private static final double KEY_ROW = 23;

    /** So many places a row are wide enough for the longest word as large as phones show it. */
    private static final int KEY_PLACES = 4;

    private static final double KEY_BOX = 12;

    /**
     * A part of every column.
     *
     * @param style a class of the style sheet
     * @param opacity tells parts of one colour apart
     * @param values one a date
     */
    record Part(String name, String style, double opacity, List<Long> values) {

        Part {
            values = List.copyOf(values);
        }
    }

    Picture draw() {
        Drawing drawing = new Drawing(Axes.WIDTH, Axes.HEIGHT);
        double most = 0;
        for (int i = 0; i < dates.size(); i++) {
            most = Math.max(most, sum(i));
        }
        Axes axes = share ? Axes.ofShares(dates.size()) : Axes.upTo(most, dates.size());
        DoubleFunction<String> figure =
                share ? value -> Math.round(value * 100) + " %" : value -> Words.number(Math.round(value));
        axes.draw(drawing, dates, figure);
        for (int i = 0; i < dates.size(); i++) {
            column(drawing, axes, i);
        }
        key(drawing);
        return drawing.finish(title, description);
    }

    private void column(Drawing drawing, Axes axes, int place) {
        double whole = share ? sum(place) : 1;
        double below = 0;
        double width = axes.step() * FILLED;
        for (Part part : parts) {
            double value = whole == 0 ? 0 : part.values().get(place) / whole;
            if (value > 0) {
                double top = axes.at(below + value);
                drawing.box(new Picture.Box(
                        axes.middle(place) - width / 2,
                        top,
                        width,
                        axes.at(below) - top,
                        part.opacity(),
                        part.style()));
            }
            below += value;
        }
    }

    private void key(Drawing drawing) {
        if (parts.size() < 2) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            int row = i / KEY_PLACES;
            double x = Axes.LEFT + (Axes.RIGHT - Axes.LEFT) / KEY_PLACES * (i % KEY_PLACES);
            double y = KEY_Y + KEY_ROW * row;
            drawing.box(new Picture.Box(x, y - KEY_BOX + 2, KEY_BOX, KEY_BOX, part.opacity(), part.style()));
            drawing.word(x + KEY_BOX + 6, y, part.name(), "start", "soft");
        }
    }

    private double sum(int place) {
        return parts.stream().mapToDouble(part -> part.values().get(place)).sum();
    }
}
