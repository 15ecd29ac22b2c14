package dev.undertone.training;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.emotion.EmotionScores;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Runs many texts through a network, batched by length so that little is padded. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * The scores of each text, in the order given.
     *
     * @param texts token ids with start and end marks
     * @param batchSize texts in one forward pass, at least 1
     */
    public static List<EmotionScores> scores(DistilBertModel model, List<long[]> texts, int batchSize) {
        List<Integer> byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> texts.get(index).length))
                .toList();
        EmotionScores[] scores = new EmotionScores[texts.size()];
        try (LogitsPredictor predictor = model.newPredictor()) {
            for (int start = 0; start < byLength.size(); start += batchSize) {
                List<Integer> batch = byLength.subList(start, Math.min(byLength.size(), start + batchSize));
                float[][] logits =
                        predictor.predict(batch.stream().map(texts::get).toList());
                for (int i = 0; i < batch.size(); i++) {
                    scores[batch.get(i)] = EmotionScores.ofLogits(logits[i]);
                }
            }
        }
        return List.of(scores);
    }
}
