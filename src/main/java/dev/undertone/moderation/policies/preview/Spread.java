package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import dev.undertone.policy.Aspect;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts how the scores of one submission after the other spread. */
final class Spread {

    private final Set<Emotion> emotions;
    private final long[][] counts = new long[Emotion.inOrder().size()][ScoreHistogram.BINS];

    Spread(Set<Emotion> emotions) {
        this.emotions = Set.copyOf(emotions);
    }

    /** What is looked at. */
    Set<Aspect> aspects() {
        return emotions.stream().map(Aspect.Probability::new).collect(Collectors.toUnmodifiableSet());
    }

    void count(StoredRow row) {
        if (!row.scored()) {
            return;
        }
        for (Emotion emotion : emotions) {
            int bin = (int) (row.of(emotion) * ScoreHistogram.BINS);
            counts[emotion.id()][Math.min(bin, ScoreHistogram.BINS - 1)]++;
        }
    }

    ScoreHistogram result() {
        return new ScoreHistogram(emotions.stream().collect(Collectors.toMap(emotion -> emotion, this::counts)));
    }

    private List<Long> counts(Emotion emotion) {
        return Arrays.stream(counts[emotion.id()]).boxed().toList();
    }
}
