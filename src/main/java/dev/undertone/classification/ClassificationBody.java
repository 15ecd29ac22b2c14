package dev.undertone.classification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code results}, the shape in which every JSON answer gives a classification.
 *
 * @param emotion the winning emotion
 * @param probability its probability, 0 to 1
 * @param scores all six probabilities, in label order
 * @param sentiment positive, negative or mixed
 * @param tokens number of tokens read
 * @param notices what to know before trusting the scores
 * @param words the words that moved the winning score, in text order; absent unless asked for
 */
public record ClassificationBody(
        String emotion,
        double probability,
        Map<String, Double> scores,
        String sentiment,
        int tokens,
        List<Notice> notices,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WordWeight> words) {

    /** The body for a classification whose words were not asked for. */
    public static ClassificationBody withoutWords(Classification classification) {
        return of(classification, null);
    }

    /** The body for a classification with its words. */
    public static ClassificationBody withWords(Classification classification) {
        return of(classification, classification.words());
    }

    private static ClassificationBody of(Classification classification, @Nullable List<WordWeight> words) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Emotion.inOrder()
                .forEach(emotion ->
                        scores.put(emotion.label(), classification.scores().of(emotion)));
        Emotion winner = classification.emotion();
        return new ClassificationBody(
                winner.label(),
                classification.scores().of(winner),
                scores,
                classification.sentiment().label(),
                classification.tokens(),
                List.copyOf(classification.notices()),
                words);
    }
}
