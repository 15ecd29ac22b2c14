package dev.undertone.training;

/**
 * A point of the training curve.
 *
 * @param step steps taken so far
 * @param epoch passes over the data so far, with fraction
 * @param loss mean cross-entropy since the last point, in nats
 * @param learningRate rate of the last step
 */
public record StepRecord(int step, double epoch, double loss, double learningRate) {}
