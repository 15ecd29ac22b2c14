package dev.undertone.training;

/**
 * The learning rate over time: linear from 0 to the peak, then linear to 0 at the end of training.
 *
 * @param peak highest learning rate
 * @param warmupSteps steps of the rise
 * @param totalSteps steps of the whole training
 */
record LinearSchedule(double peak, int warmupSteps, int totalSteps) {

    /** The rate for a step, counted from 0. */
    double rate(int step) {
        if (step < warmupSteps) {
            return peak * step / warmupSteps;
        }
        int fall = Math.max(1, totalSteps - warmupSteps);
        return peak * Math.max(0, totalSteps - step) / fall;
    }
}
