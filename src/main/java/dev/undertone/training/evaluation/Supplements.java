package dev.undertone.training.evaluation;

import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Lexicon;
import java.util.List;
import java.util.Optional;

/**
 * What a model card says beside the figures on the validation split, as far as it was measured.
 *
 * @param runs all trainings that came to an end
 * @param robustness whether the writing matters
 * @param abstention whether it knows what it does not know
 * @param calibration how its probabilities were scaled and when it abstains
 * @param lexicon the words that slips of the fingers are read as
 * @param int8 its report on the validation split in int8
 * @param int8RealPosts its report on real posts in int8
 * @param seeds checkpoints of its recipe with other seeds
 * @param neighbour a checkpoint to compare it with
 */
public record Supplements(
        List<FinishedRun> runs,
        Optional<Robustness> robustness,
        Optional<Abstention> abstention,
        Optional<Calibration> calibration,
        Optional<Lexicon> lexicon,
        Optional<EvaluationReport> int8,
        Optional<EvaluationReport> int8RealPosts,
        Optional<Draws> seeds,
        Optional<Neighbour> neighbour) {

    /** Nothing was measured. */
    public static final Supplements NONE = of(List.of());

    /** Copies the list. */
    public Supplements {
        runs = List.copyOf(runs);
    }

    /** The trainings alone. */
    public static Supplements of(List<FinishedRun> runs) {
        return new Supplements(
                runs,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
