package dev.undertone.training;

import dev.undertone.training.recipe.DecayShape;

/**
 * The learning rate over time: linear from 0 to the peak, then down to 0 at the end of training.
 *
 * @param peak highest learning rate
 * @param warmupSteps steps of the rise
 * @param totalSteps steps of the whole training
 * @param decay how it falls
 */
record Schedule(double peak, int warmupSteps, int totalSteps, DecayShape decay) {

    /** The rate for a step, counted from 0. */
    double rate(int step) {
        if (step < warmupSteps) {
            return peak * step / warmupSteps;
        }
        int fall = Math.max(1, totalSteps - warmupSteps);
        int left = Math.max(0, totalSteps - step);
        // The straight line as it always was, to the last bit.
        return decay == DecayShape.LINEAR ? peak * left / fall : peak * decay.left(1 - (double) left / fall);
    }
}
