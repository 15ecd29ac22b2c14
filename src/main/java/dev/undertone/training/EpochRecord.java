package dev.undertone.training;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.List;

/**
 * What the validation data said after an epoch.
 *
 * @param epoch passes over the data, from 1
 * @param step steps taken so far
 * @param loss mean cross-entropy on the validation data, in nats
 * @param accuracy share of validation texts labelled right, 0 to 1
 */
public record EpochRecord(int epoch, int step, double loss, double accuracy) {

    /** What these scores are worth: probabilities below 1e-12 count as that, so that the loss stays finite. */
    static EpochRecord of(int epoch, int step, List<EncodedExample> examples, List<EmotionScores> scores) {
        double loss = 0;
        int right = 0;
        for (int i = 0; i < examples.size(); i++) {
            Emotion label = examples.get(i).label();
            loss -= Math.log(Math.max(1e-12, scores.get(i).of(label)));
            right += scores.get(i).top() == label ? 1 : 0;
        }
        return new EpochRecord(epoch, step, loss / examples.size(), (double) right / examples.size());
    }

    /** Whether this epoch's weights are to be preferred: higher accuracy, or the same with a lower loss. */
    boolean betterThan(EpochRecord other) {
        return accuracy != other.accuracy ? accuracy > other.accuracy : loss < other.loss;
    }
}
