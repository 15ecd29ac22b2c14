package dev.undertone.insights.web;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import dev.undertone.figures.Picture;
import dev.undertone.figures.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * A bar for each share, with a line over the interval in which it probably lies.
 *
 * @param title what it shows
 * @param description what one would say about it
 * @param bars from the top down
 */
record ShareChart(String title, String description, List<Bar> bars) {

    private static final double ROW = 34;
    private static final double BAR = 14;
    private static final double TOP = 12;
    private static final int FOOT = 36;
    private static final Scale ACROSS = new Scale(0, 1, 210, 620);
    private static final int TICKS = 4;
    private static final int LONGEST_NAME = 26;

    /**
     * A bar.
     *
     * @param name said on its left
     * @param share empty where nothing was counted
     * @param expected where the bar should end, if that is known, 0 to 1
     */
    record Bar(String name, Optional<Proportion> share, Optional<Double> expected) {}

    Picture draw() {
        double bottom = TOP + ROW * bars.size();
        Drawing drawing = new Drawing(Axes.WIDTH, (int) bottom + FOOT);
        for (int tick = 0; tick <= TICKS; tick++) {
            double x = ACROSS.at((double) tick / TICKS);
            drawing.line(new Point(x, TOP), new Point(x, bottom), "grid");
            drawing.word(x, bottom + 20, 100 * tick / TICKS + " %", "middle", "small");
        }
        for (int i = 0; i < bars.size(); i++) {
            bar(drawing, bars.get(i), TOP + ROW * (i + 0.5));
        }
        return drawing.finish(title, description);
    }

    private static void bar(Drawing drawing, Bar bar, double y) {
        drawing.word(ACROSS.from() - 12, y + 5, shortened(bar.name()), "end", "soft");
        bar.share().ifPresent(share -> {
            double end = ACROSS.at(share.value());
            drawing.box(new Picture.Box(ACROSS.from(), y - BAR / 2, end - ACROSS.from(), BAR, 0.35, "ink"));
            drawing.line(new Point(ACROSS.at(share.low()), y), new Point(ACROSS.at(share.high()), y), "strong");
        });
        bar.expected()
                .ifPresent(expected -> drawing.line(
                        new Point(ACROSS.at(expected), y - BAR), new Point(ACROSS.at(expected), y + BAR), "dashed"));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
