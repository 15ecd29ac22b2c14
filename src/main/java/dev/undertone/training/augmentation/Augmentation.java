package dev.undertone.training.augmentation;

import java.util.SplittableRandom;

/**
 * Writes a share of the training texts in another way, in each step anew; seed, step and text alone decide how, so that
 * a resumed training repeats it.
 *
 * @param share of the texts, 0 to 1
 * @param seed of the training
 */
public record Augmentation(double share, long seed) {

    private static final int MOST_CHANGES = 3;

    private static final Perturbation[] ALL = Perturbation.values();

    /**
     * The text as it is to be read in a step: as it is, or changed in one way or up to three.
     *
     * @param step steps taken before this one
     * @param number the text's place among all
     */
    public String write(String text, int step, int number) {
        if (share == 0) {
            return text;
        }
        SplittableRandom random = new SplittableRandom((seed * 1_000_003 + step) * 1_000_003 + number);
        if (random.nextDouble() >= share) {
            return text;
        }
        String written = text;
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int change = 0; change < changes; change++) {
            written = ALL[random.nextInt(ALL.length)].apply(written, random);
        }
        return written;
    }
}
