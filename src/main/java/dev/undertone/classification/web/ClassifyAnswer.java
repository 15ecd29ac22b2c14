package dev.undertone.classification.web;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassificationBody;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.ServedModel;
import java.util.List;

/**
 * The answer to a classify call.
 *
 * @param model which model answered
 * @param results one element for each text, in order
 */
record ClassifyAnswer(Model model, List<ClassificationBody> results) {

    /**
     * The answer for texts that were classified in one call, and so by one model.
     *
     * @param classifications at least one
     */
    static ClassifyAnswer of(List<Classification> classifications, Explanation explanation) {
        ServedModel model = classifications.get(0).model();
        return new ClassifyAnswer(
                new Model(model.checkpoint().value(), model.precision().label()),
                classifications.stream()
                        .map(classification -> switch (explanation) {
                            case NONE -> ClassificationBody.withoutWords(classification);
                            case WORDS -> ClassificationBody.withWords(classification);
                        })
                        .toList());
    }

    /**
     * The model behind an answer.
     *
     * @param checkpoint the name of the weights
     * @param precision the arithmetic, {@code fp32} or {@code int8}
     */
    record Model(String checkpoint, String precision) {}
}
