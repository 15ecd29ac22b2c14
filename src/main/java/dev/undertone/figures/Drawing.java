package dev.undertone.figures;

import dev.undertone.figures.Picture.Box;
import dev.undertone.figures.Picture.Curve;
import dev.undertone.figures.Picture.Size;
import dev.undertone.figures.Picture.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture in the making. */
public final class Drawing {

    private final Size size;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    /** An empty drawing of this many pixels. */
    public Drawing(int width, int height) {
        this.size = new Size(width, height);
    }

    /** Adds a filled rectangle. */
    public void box(Box box) {
        boxes.add(box);
    }

    /** Adds a short text. */
    public void word(double x, double y, String text, String anchor, String style) {
        words.add(new Word(x, y, text, anchor, style));
    }

    /** Adds a straight line. */
    public void line(Point from, Point to, String style) {
        curve(List.of(from, to), style);
    }

    /** Adds a line through points. */
    public void curve(List<Point> points, String style) {
        String written = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        curves.add(new Curve(written, style));
    }

    /** A square around a point, so that a curve of one point is seen as well. */
    public void dot(Point at, double radius, String style) {
        boxes.add(new Box(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius, 1, style));
    }

    /** The picture, with what one would say about it to somebody who cannot see it. */
    public Picture finish(String title, String description) {
        return new Picture(title, description, size, boxes, curves, words);
    }

    /** A place in pixels from the upper left corner. */
    public record Point(double x, double y) {}

    /**
     * Maps figures to pixels along one axis.
     *
     * @param least the figure at pixel {@code from}
     * @param most the figure at pixel {@code to}
     */
    public record Scale(double least, double most, double from, double to) {

        /** The pixel of a figure. */
        public double at(double value) {
            return most == least ? from : from + (value - least) / (most - least) * (to - from);
        }
    }
}
