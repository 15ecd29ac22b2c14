package dev.undertone.moderation.policies.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.policies.preview.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stored scores behind the sliders, drawn in a field of 500 by 48. */
final class HistogramView {

    private static final double WIDTH = 500;
    private static final double HEIGHT = 48;
    private static final double GAP = 1.5;

    private final ScoreHistogram histogram;

    HistogramView(ScoreHistogram histogram) {
        this.histogram = histogram;
    }

    /**
     * The bars of an emotion. Heights grow with the square root of the count, since most scores are near zero and the
     * few that matter would not be seen.
     *
     * @param label the emotion
     * @param percent the threshold; bars below it are drawn faintly
     */
    public List<Bar> bars(String label, String percent) {
        List<Long> counts = Emotion.withLabel(label).map(histogram::of).orElse(List.of());
        double most = Math.sqrt(
                (double) counts.stream().mapToLong(Long::longValue).max().orElse(0));
        List<Bar> bars = new ArrayList<>();
        double width = WIDTH / ScoreHistogram.BINS;
        double threshold = threshold(percent);
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0) {
                double height = Math.max(1.5, HEIGHT * Math.sqrt(counts.get(i).doubleValue()) / most);
                bars.add(new Bar(
                        figure(i * width + GAP / 2),
                        figure(HEIGHT - height),
                        figure(width - GAP),
                        figure(height),
                        100 * i / ScoreHistogram.BINS,
                        100.0 * (i + 1) / ScoreHistogram.BINS > threshold));
            }
        }
        return bars;
    }

    /** How many texts have scores. */
    public long texts() {
        return histogram.texts();
    }

    /** What cannot be read catches nothing. */
    private static double threshold(String percent) {
        try {
            return 100 * Share.ofPercent(percent);
        } catch (IllegalArgumentException unread) {
            return Double.MAX_VALUE;
        }
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /**
     * One bar.
     *
     * @param from the lowest score in it, in percent
     * @param caught whether scores in it reach the threshold
     */
    record Bar(String x, String y, String width, String height, int from, boolean caught) {}
}
