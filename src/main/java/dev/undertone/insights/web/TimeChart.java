package dev.undertone.insights.web;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import dev.undertone.figures.Picture;
import dev.undertone.insights.QueueFigures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A bar for the median time of each queue, and a line to the time within which nine of ten items were decided.
 *
 * @param title what it shows
 * @param description what one would say about it
 * @param queues from the top down
 */
record TimeChart(String title, String description, List<QueueFigures> queues) {

    private static final double ROW = 34;
    private static final double BAR = 14;
    private static final double TOP = 12;
    private static final int FOOT = 36;
    private static final int TICKS = 4;

    Picture draw() {
        double bottom = TOP + ROW * queues.size();
        Drawing drawing = new Drawing(Axes.WIDTH, (int) bottom + FOOT);
        Scale across = new Scale(0, longest(), 210, 620);
        for (int tick = 0; tick <= TICKS; tick++) {
            double seconds = across.most() * tick / TICKS;
            double x = across.at(seconds);
            drawing.line(new Point(x, TOP), new Point(x, bottom), "grid");
            String word = tick == 0 ? "0" : Words.length(Optional.of(Duration.ofSeconds((long) seconds)));
            drawing.word(x, bottom + 20, word, "middle", tick % 2 == 0 ? "small" : "small between");
        }
        for (int i = 0; i < queues.size(); i++) {
            QueueFigures queue = queues.get(i);
            double y = TOP + ROW * (i + 0.5);
            drawing.word(across.from() - 12, y + 5, queue.queue(), "end", "soft");
            queue.median().ifPresent(median -> {
                double end = across.at((double) median.toSeconds());
                drawing.box(new Picture.Box(across.from(), y - BAR / 2, end - across.from(), BAR, 0.35, "ink"));
                queue.slow()
                        .ifPresent(slow -> drawing.line(
                                new Point(end, y), new Point(across.at((double) slow.toSeconds()), y), "strong"));
            });
        }
        return drawing.finish(title, description);
    }

    private double longest() {
        return Math.max(
                TICKS,
                queues.stream()
                        .flatMap(queue -> queue.slow().stream())
                        .mapToDouble(Duration::toSeconds)
                        .max()
                        .orElse(0));
    }
}
