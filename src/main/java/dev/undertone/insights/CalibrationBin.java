package dev.undertone.insights;

import dev.undertone.figures.Proportion;
import java.util.Optional;

/**
 * Items whose most probable emotion had about this probability, and how often people said that it was right.
 *
 * @param bin 0 to 9: from a tenth of this number to the next tenth
 * @param items how many people told about the emotion
 * @param right how many of them it was right for
 * @param meanProbability of these items, 0 to 1
 */
public record CalibrationBin(int bin, long items, long right, double meanProbability) {

    /** How often it was right; empty without items. */
    public Optional<Proportion> accuracy() {
        return items == 0 ? Optional.empty() : Optional.of(new Proportion(right, items));
    }
}
