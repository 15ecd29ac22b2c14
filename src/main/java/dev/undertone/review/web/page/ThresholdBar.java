package dev.undertone.review.web.page;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Percent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bar with the threshold that the policy sets for its emotion.
 *
 * @param emotion whose
 * @param probability how long, 0 to 1
 * @param winner whether it is the longest
 * @param threshold where the tick is, 0 to 1; none where no rule that fired looks at the emotion
 */
record ThresholdBar(Emotion emotion, double probability, boolean winner, Optional<Double> threshold) {

    public String length() {
        return Percent.length(probability);
    }

    public String percent() {
        return Percent.of(probability);
    }

    /** Where the tick is, as an attribute of a drawing. */
    public @Nullable String tick() {
        return threshold.map(Percent::length).orElse(null);
    }

    public String tickPercent() {
        return threshold.map(Percent::of).orElse("");
    }
}
