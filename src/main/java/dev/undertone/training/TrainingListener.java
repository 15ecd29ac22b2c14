package dev.undertone.training;

/** Hears how a training goes; called on the training thread. */
public interface TrainingListener {

    /**
     * A step was taken.
     *
     * @param step steps taken so far, this one included
     * @param totalSteps steps of the whole training
     * @param loss cross-entropy of this step's batch, in nats
     * @param learningRate the rate it was taken with
     */
    void step(int step, int totalSteps, double loss, double learningRate);

    /** Some steps were taken: their mean loss, for the log. */
    void progress(StepRecord step);

    /** An epoch ended and was evaluated. */
    void epoch(EpochRecord epoch, boolean best);

    /** The state after this many steps is on disk; a resumed run starts here. */
    void saved(int step);
}
