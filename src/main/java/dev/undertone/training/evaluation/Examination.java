package dev.undertone.training.evaluation;

import java.util.Optional;

/**
 * Everything that was measured of a checkpoint in one go.
 *
 * @param report how good it is on labelled texts
 * @param robustness whether the writing matters, if that was asked for
 * @param abstention whether it knows what it does not know, if that was asked for
 */
public record Examination(EvaluationReport report, Optional<Robustness> robustness, Optional<Abstention> abstention) {}
