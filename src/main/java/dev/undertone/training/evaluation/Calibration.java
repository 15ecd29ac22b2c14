package dev.undertone.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a probability of 90 % is right nine times out of ten. Bins of equal width over the winner's probability, as
 * in Guo et al. 2017, "On Calibration of Modern Neural Networks", equations 1 to 3.
 *
 * @param bins {@value #BINS} of them, by rising probability; each holds its upper bound, but not its lower
 */
public record Calibration(List<Bin> bins) {

    /** The number of bins. */
    public static final int BINS = 15;

    /** Copies the bins. */
    public Calibration {
        bins = List.copyOf(bins);
        if (bins.size() != BINS) {
            throw new IllegalArgumentException("expected " + BINS + " bins, got " + bins.size());
        }
    }

    /** Sorts predictions into the bins. */
    public static Calibration of(List<Prediction> predictions) {
        long[] counts = new long[BINS];
        long[] correct = new long[BINS];
        double[] confidence = new double[BINS];
        for (Prediction prediction : predictions) {
            int bin = Math.max(0, (int) Math.ceil(prediction.confidence() * BINS) - 1);
            counts[bin]++;
            correct[bin] += prediction.correct() ? 1 : 0;
            confidence[bin] += prediction.confidence();
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double mean = counts[i] == 0 ? 0 : confidence[i] / counts[i];
            bins.add(new Bin(
                    (double) i / BINS, (i + 1.0) / BINS, counts[i], mean, ClassFigures.share(correct[i], counts[i])));
        }
        return new Calibration(bins);
    }

    /** The expected calibration error: the mean gap between confidence and accuracy, weighted by count, 0 to 1. */
    public double expectedError() {
        long total = bins.stream().mapToLong(Bin::count).sum();
        return bins.stream()
                .mapToDouble(
                        bin -> ClassFigures.share(bin.count(), total) * Math.abs(bin.accuracy() - bin.confidence()))
                .sum();
    }

    /**
     * The predictions whose winner has a probability in one range.
     *
     * @param lower exclusive
     * @param upper inclusive
     * @param count how many there are
     * @param confidence their mean probability; 0 if there are none
     * @param accuracy the share of them that is right; 0 if there are none
     */
    public record Bin(double lower, double upper, long count, double confidence, double accuracy) {}
}
