package dev.undertone.training;

/** Hears how a training goes; called on the training thread. */
public interface TrainingListener {

    /**
     * A teacher was asked about some texts, before the first step.
     *
     * @param texts how many so far
     * @param total how many there are
     */
    default void taught(int texts, int total) {}

    /**
     * A step was taken.
     *
     * @param step steps taken so far, this one included
     * @param totalSteps steps of the whole training
     * @param loss what the step made smaller: plainly the cross-entropy of its batch, in nats
     */
    void step(int step, int totalSteps, double loss);

    /** Some steps were taken: a line for the log. */
    void logged(TrainingHistory.Step step);

    /** An epoch ended and was evaluated; {@code best} if no earlier one was better. */
    void evaluated(TrainingHistory.Epoch epoch, boolean best);

    /** The state after this many steps is on disk; a resumed run starts here. */
    void saved(int step);
}
