package dev.undertone.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Asks for pages in random order, and keeps how long each took. */
final class Timings {

    private static final double MILLIS = 1e6;

    private final List<Line> lines;

    private Timings(List<Line> lines) {
        this.lines = lines;
    }

    static Timings of(List<Page> pages, int warmUp, int rounds) {
        Random random = new Random(5);
        List<Line> lines = pages.stream()
                .map(page -> new Line(page, page.time(), new ArrayList<>()))
                .toList();
        rounds(lines, warmUp, random);
        lines.forEach(line -> line.took().clear());
        rounds(lines, rounds, random);
        return new Timings(lines);
    }

    private static void rounds(List<Line> lines, int rounds, Random random) {
        List<Line> order = new ArrayList<>(lines);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            order.forEach(line -> line.took().add(line.page().time()));
        }
    }

    /** One line a page, the slowest first; the last column is the first time of all. */
    String table() {
        StringBuilder table = new StringBuilder(row("page", "median", "p95", "max", "first"));
        lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.at(0.5)).reversed())
                .forEach(line -> table.append(row(
                        line.page().name(),
                        millis(line.at(0.5)),
                        millis(line.at(0.95)),
                        millis(line.at(1)),
                        millis(line.first()))));
        return table.toString();
    }

    private static String row(String... cells) {
        return String.format(
                Locale.ROOT, "%-46s %9s %9s %9s %9s%n", Arrays.copyOf(cells, cells.length, Object[].class));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / MILLIS);
    }

    /**
     * A page and how long it took, in nanoseconds.
     *
     * @param page which
     * @param first the first time, when nothing was warm
     * @param took each time
     */
    private record Line(Page page, long first, List<Long> took) {

        long at(double share) {
            long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
        }
    }
}
