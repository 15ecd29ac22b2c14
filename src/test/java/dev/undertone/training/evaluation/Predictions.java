package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.training.data.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Predictions made up for the tests of this package. */
final class Predictions {

    private Predictions() {}

    /** The winner gets its probability, the other five share the rest alike. */
    static Prediction of(Emotion actual, Emotion predicted, double confidence) {
        List<Double> probabilities = new ArrayList<>();
        for (Emotion emotion : Emotion.inOrder()) {
            probabilities.add(emotion == predicted ? confidence : (1 - confidence) / 5);
        }
        return new Prediction(new Example("a text", actual), new EmotionScores(probabilities));
    }

    static List<Prediction> random(long seed, int count) {
        Random random = new Random(seed);
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] logits = new float[6];
            for (int j = 0; j < 6; j++) {
                logits[j] = (float) (random.nextGaussian() * 3);
            }
            EmotionScores scores = EmotionScores.ofLogits(logits);
            Emotion actual =
                    random.nextInt(4) > 0 ? scores.top() : Emotion.inOrder().get(random.nextInt(6));
            predictions.add(new Prediction(new Example("text " + i, actual), scores));
        }
        return predictions;
    }

    static EvaluationReport report(List<Prediction> predictions) {
        return EvaluationReport.of(new CheckpointId("tiny"), "fp32", predictions);
    }
}
