package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import java.util.List;
import java.util.Map;

/**
 * How the stored scores of some emotions spread.
 *
 * @param bins for each of them {@value #BINS} counts, for equal shares of 0 to 1
 */
public record ScoreHistogram(Map<Emotion, List<Long>> bins) {

    /** How many bins an emotion has. */
    public static final int BINS = 50;

    /** Copies the bins. */
    public ScoreHistogram {
        bins = Map.copyOf(bins);
    }

    /** The counts of an emotion, from the lowest scores to the highest; none if it is not one of them. */
    public List<Long> of(Emotion emotion) {
        return bins.getOrDefault(emotion, List.of());
    }

    /** How many texts have scores; none if no emotion was counted. */
    public long texts() {
        return bins.values().stream()
                .findAny()
                .map(counts -> counts.stream().mapToLong(Long::longValue).sum())
                .orElse(0L);
    }
}
