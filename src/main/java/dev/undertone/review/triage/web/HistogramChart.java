package dev.undertone.review.triage.web;

import dev.undertone.review.triage.Bins;
import dev.undertone.review.triage.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A histogram as a picture. A bar is as high as the square root of its count, so that the few high scores, which are
 * what one looks for, stay visible beside the many low ones.
 *
 * @param bars one for each bin
 * @param counts all counts joined by commas, for the script that adds them up while somebody drags
 */
record HistogramChart(List<Bar> bars, String counts) {

    private static final double HEIGHT = 150;
    private static final double BOTTOM = 160;
    private static final double STEP = 20;
    private static final double GAP = 1.5;
    private static final double LEAST = 3;

    static HistogramChart of(Histogram histogram, Bins selected) {
        double scale = HEIGHT / Math.sqrt(Math.max(1, histogram.largest()));
        List<Bar> bars = new ArrayList<>();
        for (int bin = 0; bin < Bins.COUNT; bin++) {
            int count = histogram.counts().get(bin);
            double height = count == 0 ? 0 : Math.max(LEAST, Math.sqrt(count) * scale);
            bars.add(new Bar(bin, bin * STEP + GAP, BOTTOM - height, height, count, selected.contains(bin)));
        }
        return new HistogramChart(
                bars, histogram.counts().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /**
     * A bar.
     *
     * @param bin which one
     * @param left in the picture
     * @param top in the picture
     * @param height in the picture
     * @param count how many items
     * @param selected whether it is in the range
     */
    record Bar(int bin, double left, double top, double height, int count, boolean selected) {

        /** Where it starts, in percent. */
        public int from() {
            return new Bins(bin, bin + 1).fromPercent();
        }

        /** Where it ends, in percent. */
        public int to() {
            return new Bins(bin, bin + 1).toPercent();
        }
    }
}
