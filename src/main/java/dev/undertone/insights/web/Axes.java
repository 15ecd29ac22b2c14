package dev.undertone.insights.web;

import dev.undertone.figures.Drawing;
import dev.undertone.figures.Drawing.Point;
import dev.undertone.figures.Drawing.Scale;
import java.util.List;
import java.util.function.DoubleFunction;

/** The frame of a chart over days: a grid with round figures, and some of the dates. */
final class Axes {

    static final int WIDTH = 680;
    static final int HEIGHT = 280;
    static final double LEFT = 56;
    static final double RIGHT = 668;
    static final double TOP = 44;
    static final double BOTTOM = 244;

    private static final int DATES = 7;
    private static final int LINES = 4;
    private static final int WORD_BASE = 20;

    private final Scale up;
    private final int count;

    private Axes(Scale up, int count) {
        this.up = up;
        this.count = count;
    }

    /** Axes for values from 0 to a round figure above {@code most}, at so many places from left to right. */
    static Axes upTo(double most, int count) {
        return new Axes(new Scale(0, top(most), BOTTOM, TOP), count);
    }

    /** Axes for a share from 0 to a round figure above {@code most}, but never beyond the whole. */
    static Axes ofShare(double most, int count) {
        return new Axes(new Scale(0, Math.min(1, top(most * 100) / 100), BOTTOM, TOP), count);
    }

    /** Axes for all the parts of a whole. */
    static Axes ofShares(int count) {
        return new Axes(new Scale(0, 1, BOTTOM, TOP), count);
    }

    void draw(Drawing drawing, List<String> dates, DoubleFunction<String> figure) {
        for (int line = 0; line <= LINES; line++) {
            double value = up.most() * line / LINES;
            drawing.line(new Point(LEFT, up.at(value)), new Point(RIGHT, up.at(value)), "grid");
            drawing.word(LEFT - 8, up.at(value) + 4, figure.apply(value), "end", "small");
        }
        int every = Math.max(1, (int) Math.ceil((double) dates.size() / DATES));
        for (int i = dates.size() - 1; i >= 0; i -= every) {
            drawing.word(middle(i), BOTTOM + WORD_BASE, dates.get(i), "middle", "small");
        }
    }

    double at(double value) {
        return up.at(value);
    }

    double step() {
        return (RIGHT - LEFT) / count;
    }

    double middle(int place) {
        return LEFT + (place + 0.5) * step();
    }

    /** The next of 4, 8, 20, 40, 80 and so on, so that a quarter of it is a round figure as well. */
    private static double top(double most) {
        double power = 1;
        while (true) {
            for (double head : new double[] {4, 8, 20}) {
                if (most <= head * power) {
                    return head * power;
                }
            }
            power *= 10;
        }
    }
}
