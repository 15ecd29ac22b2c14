package dev.undertone.wellbeing.web;

import dev.undertone.emotion.Emotion;
import dev.undertone.wellbeing.Day;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Seven days as a picture: heavy minutes, anger, fear and sadness on top of each other.
 *
 * @param columns one for each day
 * @param budget where the line of the budget is, if there is a budget
 * @param empty whether there is nothing to see
 */
record WeekChart(List<Column> columns, Optional<Double> budget, boolean empty) {

    /** The height of the picture's middle, which the largest value fills. */
    static final double HEIGHT = 140;

    private static final double TOP = 24;
    private static final double STEP = 80;
    private static final double LEAST = 10;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);

    static WeekChart of(List<Day> days, int budgetMinutes) {
        double largest = days.stream().mapToDouble(Day::heavyMinutes).max().orElse(0);
        double scale = HEIGHT / Math.max(LEAST, Math.max(largest, budgetMinutes));
        List<Column> columns = new ArrayList<>();
        for (Day day : days) {
            columns.add(Column.of(day, columns.size() * STEP + STEP / 2, scale));
        }
        Optional<Double> line =
                budgetMinutes > 0 ? Optional.of(TOP + HEIGHT - budgetMinutes * scale) : Optional.empty();
        return new WeekChart(columns, line, days.stream().allMatch(day -> day.shown() <= 0));
    }

    /**
     * A day.
     *
     * @param day what was on screen
     * @param name such as "Mon 5"
     * @param middle its middle from the left
     * @param top where it ends above
     * @param parts from below
     */
    record Column(Day day, String name, double middle, double top, List<Part> parts) {

        static Column of(Day day, double middle, double scale) {
            List<Part> parts = new ArrayList<>();
            double y = TOP + HEIGHT;
            y = add(parts, Emotion.ANGER, day.angerMinutes() * scale, y);
            y = add(parts, Emotion.FEAR, day.fearMinutes() * scale, y);
            y = add(parts, Emotion.SADNESS, day.sadnessMinutes() * scale, y);
            return new Column(day, NAME.format(day.date()), middle, y, parts);
        }

        private static double add(List<Part> parts, Emotion emotion, double height, double below) {
            if (height > 0) {
                parts.add(new Part(emotion, below - height, height));
            }
            return below - height;
        }
    }

    /** A part of a column. */
    record Part(Emotion emotion, double top, double height) {}
}
