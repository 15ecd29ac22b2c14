package dev.undertone.cli;

import dev.undertone.training.TrainingHistory.Epoch;
import dev.undertone.training.TrainingHistory.Step;
import dev.undertone.training.TrainingListener;
import java.util.Locale;

/** Shows how a training goes: a bar with loss, rate and time left on a terminal, log lines elsewhere. */
final class TrainingProgress implements TrainingListener, AutoCloseable {

    private final Progress progress;
    private int totalSteps;

    TrainingProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void taught(int texts, int total) {
        line("the teacher has read " + texts + " of " + total + " texts");
    }

    @Override
    public void step(int step, int total, double loss) {
        totalSteps = total;
        progress.at(step, total, String.format(Locale.ROOT, "loss %.4f", loss));
    }

    @Override
    public void logged(Step step) {
        line(String.format(
                Locale.ROOT,
                "step %d of %d, epoch %.2f: loss %.4f, learning rate %.3g",
                step.step(),
                totalSteps,
                step.epoch(),
                step.loss(),
                step.learningRate()));
    }

    @Override
    public void evaluated(Epoch epoch, boolean best) {
        line(String.format(
                Locale.ROOT,
                "epoch %d: validation accuracy %.4f, loss %.4f%s",
                epoch.epoch(),
                epoch.validationAccuracy(),
                epoch.validationLoss(),
                best ? ", the best so far" : ""));
    }

    @Override
    public void saved(int step) {
        progress.at(step, totalSteps, "saved");
    }

    void line(String text) {
        progress.line(text);
    }

    @Override
    public void close() {
        progress.close();
    }
}
