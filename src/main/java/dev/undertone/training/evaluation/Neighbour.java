package dev.undertone.training.evaluation;

import java.util.Optional;

/**
 * Another checkpoint whose figures stand on a card beside its own, such as one that was trained on more texts.
 *
 * @param command how it was trained
 * @param validation its report on the validation split
 * @param realPosts its report on posts unlike the training data, if there is one
 */
public record Neighbour(String command, EvaluationReport validation, Optional<EvaluationReport> realPosts) {}
