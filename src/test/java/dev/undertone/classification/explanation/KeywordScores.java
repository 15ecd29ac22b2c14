package dev.undertone.classification.explanation;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A transparent model for tests: each known word adds to the logit of anger. Notes what it was asked. */
final class KeywordScores implements Function<List<String>, List<EmotionScores>> {

    private final Map<String, Double> weights;
    final List<List<String>> batches = new ArrayList<>();

    KeywordScores(Map<String, Double> weights) {
        this.weights = weights;
    }

    @Override
    public List<EmotionScores> apply(List<String> texts) {
        batches.add(texts);
        return texts.stream().map(this::score).toList();
    }

    EmotionScores score(String text) {
        double logit = 1;
        for (String word : text.split("[^\\p{L}\\p{N}\\[\\]]+", -1)) {
            logit += weights.getOrDefault(word, 0.0);
        }
        float[] logits = new float[Emotion.inOrder().size()];
        logits[Emotion.ANGER.id()] = (float) logit;
        return EmotionScores.ofLogits(logits);
    }

    int textsScored() {
        return batches.stream().mapToInt(List::size).sum();
    }
}
