package dev.undertone.figures;

import java.util.List;

/**
 * A drawing that the template turns into SVG; coordinates in pixels from the upper left corner.
 *
 * @param title what it shows, in a few words
 * @param description what one would say about it to somebody who cannot see it
 * @param size how large it is drawn
 * @param boxes filled rectangles, drawn first
 * @param curves lines through points, drawn over the boxes
 * @param words drawn last
 */
public record Picture(
        String title, String description, Size size, List<Box> boxes, List<Curve> curves, List<Word> words) {

    /** Copies the lists. */
    public Picture {
        boxes = List.copyOf(boxes);
        curves = List.copyOf(curves);
        words = List.copyOf(words);
    }

    /** Width and height in pixels. */
    public record Size(int width, int height) {}

    /**
     * A filled rectangle.
     *
     * @param style a class of the style sheet, such as the name of an emotion
     */
    public record Box(double x, double y, double width, double height, double opacity, String style) {}

    /**
     * A line through points.
     *
     * @param points as SVG writes them: {@code x,y x,y}
     */
    public record Curve(String points, String style) {}

    /**
     * A short text.
     *
     * @param anchor which end {@code x} means: {@code start}, {@code middle} or {@code end}
     */
    public record Word(double x, double y, String text, String anchor, String style) {}
}
