package dev.undertone.training.augmentation;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a share of the training texts in another way, in each step anew; seed, step and text alone decide how, so that
 * a resumed training repeats it.
 *
 * @param share of the texts, 0 to 1
 * @param seed of the training
 */
public record Augmentation(double share, long seed) {

    private static final int MOST_CHANGES = 2;

    /** A slip harms only in the word that bears the emotion, about one in ten, so there are several to a text. */
    private static final int MOST_SLIPS = 4;

    private static final List<Perturbation> ALL = List.of(Perturbation.values());

    private static final List<Perturbation> SLIPS =
            ALL.stream().filter(Perturbation::isTypingError).toList();

    /**
     * The text as it is to be read in a step: as it is, or changed in up to two ways, half of the time after up to four
     * typing errors.
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
        String typed = random.nextBoolean() ? changed(text, SLIPS, MOST_SLIPS, random) : text;
        return changed(typed, ALL, MOST_CHANGES, random);
    }

    private static String changed(String text, List<Perturbation> ways, int most, SplittableRandom random) {
        String written = text;
        int changes = 1 + random.nextInt(most);
        for (int change = 0; change < changes; change++) {
            written = ways.get(random.nextInt(ways.size())).apply(written, random);
        }
        return written;
    }
}
