package dev.undertone.moderation.intake;

import dev.undertone.classification.Classification;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.ServedModel;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.CheckpointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A classifier that answers as a test tells it to, and remembers what it was asked. */
final class Faulty implements EmotionClassifier {

    static final ServedModel MODEL = new ServedModel(new CheckpointId("faulty"), ServedModel.Precision.FP32);
    static final EmotionScores CALM = new EmotionScores(List.of(0.02, 0.9, 0.02, 0.02, 0.02, 0.02));

    private final Function<List<String>, List<Classification>> answers;
    private final List<List<String>> calls = new ArrayList<>();

    Faulty(Function<List<String>, List<Classification>> answers) {
        this.answers = answers;
    }

    static List<Classification> calm(List<String> texts) {
        return texts.stream()
                .map(text -> new Classification(MODEL, CALM, 3, Set.of(), List.of()))
                .toList();
    }

    List<List<String>> calls() {
        return calls;
    }

    @Override
    public ServedModel model() {
        return MODEL;
    }

    @Override
    public List<Classification> classify(List<String> texts, Explanation explanation) {
        calls.add(List.copyOf(texts));
        return answers.apply(texts);
    }
}
