package dev.undertone.training;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How a fine-tuning went: its log lines and its evaluations, each in order.
 *
 * @param steps the log lines, by step
 * @param epochs one evaluation for each epoch that was finished
 */
public record TrainingHistory(List<Step> steps, List<Epoch> epochs) {

    /** Copies the lists. */
    public TrainingHistory {
        steps = List.copyOf(steps);
        epochs = List.copyOf(epochs);
    }

    /**
     * Orders entries as they were written; of two for the same step or epoch the later one counts, as after a resume.
     */
    public static TrainingHistory of(List<Entry> entries) {
        TreeMap<Long, Step> steps = new TreeMap<>();
        TreeMap<Integer, Epoch> epochs = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Step step) {
                steps.put(step.step(), step);
            } else if (entry instanceof Epoch epoch) {
                epochs.put(epoch.epoch(), epoch);
            }
        }
        return new TrainingHistory(new ArrayList<>(steps.values()), new ArrayList<>(epochs.values()));
    }

    /** One line of the history. */
    public sealed interface Entry {}

    /**
     * A log line of the training.
     *
     * @param step optimizer steps taken, from 1
     * @param epoch epochs passed, with a fraction
     * @param loss mean of what the training makes smaller since the log line before, in nats: the cross-entropy, and
     *     with it what refinements and a teacher add
     * @param learningRate of the last step
     */
    public record Step(long step, double epoch, double loss, double learningRate) implements Entry {

        /** Refuses a step before the first and figures that are no numbers. */
        public Step {
            requireFirst("step", step);
            requireFinite("epoch", epoch);
            requireFinite("loss", loss);
            requireFinite("learningRate", learningRate);
        }
    }

    /**
     * The evaluation at the end of an epoch.
     *
     * @param epoch from 1
     * @param step optimizer steps taken so far
     * @param trainingLoss mean of what the training makes smaller over the epoch, in nats; after a resume, over the
     *     steps since
     * @param validationLoss mean validation cross-entropy, in nats
     * @param validationAccuracy 0 to 1
     */
    public record Epoch(int epoch, long step, double trainingLoss, double validationLoss, double validationAccuracy)
            implements Entry {

        /** Refuses an epoch before the first and figures out of range. */
        public Epoch {
            requireFirst("epoch", epoch);
            requireFirst("step", step);
            requireFinite("trainingLoss", trainingLoss);
            requireFinite("validationLoss", validationLoss);
            requireShare("validationAccuracy", validationAccuracy);
        }
    }

    private static void requireFirst(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ", expected 1 or more");
        }
    }

    private static void requireFinite(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a number from 0");
        }
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a number from 0 to 1");
        }
    }
}
