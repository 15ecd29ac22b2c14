package dev.undertone.training.teacher;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import dev.undertone.training.data.Fold;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the checkpoints that a student learns from.
 *
 * @param checkpoint is asked
 * @param without the part of the training data that it was trained without, if it is asked about that part alone
 * @param known the texts that it is not asked about, as it was trained on them
 */
public record EnsembleMember(Checkpoint checkpoint, Optional<Fold> without, Set<String> known) {

    /** Copies the texts. */
    public EnsembleMember {
        known = Set.copyOf(known);
    }

    /** A checkpoint that is asked about every text, also about those that it was trained on. */
    public static EnsembleMember ofAll(Checkpoint checkpoint) {
        return new EnsembleMember(checkpoint, Optional.empty(), Set.of());
    }

    /**
     * A checkpoint that says of a text only what it did not learn by heart: a network that has seen a label repeats it,
     * however doubtful it is, and a student learns nothing from that. So a text is left to the members that were
     * trained without it (cross-fitting, as for stacked generalization: Wolpert 1992, Neural Networks 5).
     *
     * @param train the whole training data
     */
    public static EnsembleMember withoutFold(Checkpoint checkpoint, Fold fold, Dataset train) {
        Set<String> unseen = texts(fold.inside(train).stream());
        return new EnsembleMember(
                checkpoint,
                Optional.of(fold),
                texts(train.examples().stream().filter(example -> !unseen.contains(example.text()))));
    }

    private static Set<String> texts(Stream<Example> examples) {
        return examples.map(Example::text).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is asked about a text. */
    boolean isAsked(String text) {
        return !known.contains(text);
    }

    @Override
    public String toString() {
        return checkpoint.id() + without.map(fold -> "=" + fold).orElse("");
    }
}
