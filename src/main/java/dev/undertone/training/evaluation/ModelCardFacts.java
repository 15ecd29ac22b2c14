package dev.undertone.training.evaluation;

import dev.undertone.training.TrainingHistory;
import dev.undertone.training.data.Dataset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that a model card says about one checkpoint; every figure on the card is counted from these.
 *
 * @param origin where weights and data come from
 * @param train the examples it was trained on
 * @param validation the examples it was chosen by
 * @param recipe how it was trained
 * @param evaluation its report on {@code validation}
 * @param realPosts its report on posts unlike the training data, if there is one
 * @param supplements what else was measured
 */
public record ModelCardFacts(
        Origin origin,
        Dataset train,
        Dataset validation,
        Recipe recipe,
        EvaluationReport evaluation,
        Optional<EvaluationReport> realPosts,
        Supplements supplements) {

    /** Refuses reports that are not about these texts or not about the same checkpoint. */
    public ModelCardFacts {
        if (evaluation.examples() != validation.size()) {
            throw new IllegalArgumentException("the report is about " + evaluation.examples()
                    + " texts, but the validation split has " + validation.size());
        }
        realPosts
                .map(EvaluationReport::checkpoint)
                .filter(checkpoint -> !checkpoint.equals(evaluation.checkpoint()))
                .ifPresent(other -> {
                    throw new IllegalArgumentException(
                            "the reports are about two checkpoints, " + evaluation.checkpoint() + " and " + other);
                });
    }

    /** Facts of which nothing else was measured. */
    public ModelCardFacts(
            Origin origin,
            Dataset train,
            Dataset validation,
            Recipe recipe,
            EvaluationReport evaluation,
            Optional<EvaluationReport> realPosts) {
        this(origin, train, validation, recipe, evaluation, realPosts, Supplements.NONE);
    }

    /**
     * Where weights and data come from.
     *
     * @param license of the checkpoint, as the hub spells it, such as {@code apache-2.0}
     * @param baseModel what the training started from
     * @param datasetId the name of the data set on the hub, such as {@code owner/name}
     */
    public record Origin(String license, String baseModel, String datasetId) {}

    /**
     * How the checkpoint was trained.
     *
     * @param hyperparameters name and value of each, in the order of the card
     * @param history log lines and evaluations
     * @param versions name and version of each framework
     * @param command what to type to do it again
     */
    public record Recipe(
            Map<String, String> hyperparameters,
            TrainingHistory history,
            Map<String, String> versions,
            String command) {

        /** The name that a mean of checkpoints gives its parts among the hyperparameters. */
        public static final String SOUP = "soup";

        /** Copies the maps and keeps their order. */
        public Recipe {
            hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
            versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        }

        /** Whether nothing was trained, but weights were averaged. */
        boolean isMean() {
            return hyperparameters.containsKey(SOUP);
        }
    }
}
