package dev.undertone.classification.explanation;

import java.util.List;

/**
 * How much more the words of explanations count than words drawn at random.
 *
 * @param rows one for each number of words removed, ascending
 */
public record Faithfulness(List<Row> rows) {

    /** Copies the rows. */
    public Faithfulness {
        rows = List.copyOf(rows);
    }

    /**
     * What happens when k words are removed.
     *
     * @param k how many words were removed
     * @param texts how many texts had more words than that
     * @param top fall of the winner's probability without the k words of highest weight: comprehensiveness
     * @param random fall without k words drawn at random
     * @param difference {@code top} less {@code random}, text by text
     */
    public record Row(int k, int texts, Mean top, Mean random, Mean difference) {}

    /**
     * The mean of measured values.
     *
     * @param value arithmetic mean; 0 of no values
     * @param standardError of the mean, by the sample deviation; 0 for fewer than two values
     */
    public record Mean(double value, double standardError) {

        static Mean of(List<Double> values) {
            int n = values.size();
            if (n == 0) {
                return new Mean(0, 0);
            }
            double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
            double squares =
                    values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return new Mean(mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n));
        }
    }
}
