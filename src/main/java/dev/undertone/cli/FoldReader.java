package dev.undertone.cli;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.data.Fold;

/**
 * A checkpoint and the part of the training data that it was trained without, which it alone can be asked about.
 *
 * @param checkpoint who is asked
 * @param fold about what
 */
record FoldReader(Checkpoint checkpoint, Fold fold) {

    /**
     * Reads and opens what is named.
     *
     * @param option by which it was named, with dashes
     * @param named such as {@code cv-1=1/5}
     * @throws OneLineErrors.WrongUsage if it is no such thing, or the checkpoint was trained with the part or does not
     *     tell
     */
    static FoldReader named(String option, String named, Settings settings) {
        int sign = named.indexOf('=');
        if (sign < 0) {
            throw new OneLineErrors.WrongUsage(option + " " + named + ", expected such as cv-1=1/5");
        }
        CheckpointId id = OneLineErrors.given(option, () -> new CheckpointId(named.substring(0, sign)));
        Fold fold = OneLineErrors.given(option, () -> Fold.parse(named.substring(sign + 1)));
        Checkpoint checkpoint = settings.store().open(id);
        RecipeFile.requireWithout(checkpoint, fold, option);
        return new FoldReader(checkpoint, fold);
    }
}
