package dev.undertone.training;

/** The loss or its gradient stopped being a number. */
public final class TrainingDiverged extends RuntimeException {
    TrainingDiverged(int step) {
        super(
                "training diverged at step " + step
                        + ": the gradient is not finite; start anew with --restart and a smaller --learning-rate or --max-grad-norm");
    }
}
