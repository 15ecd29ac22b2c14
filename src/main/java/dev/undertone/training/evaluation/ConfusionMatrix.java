package dev.undertone.training.evaluation;

import dev.undertone.emotion.Emotion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often which emotion was taken for which.
 *
 * @param counts six rows for the true emotion, each with six columns for the predicted one, both in label order
 */
public record ConfusionMatrix(List<List<Long>> counts) {

    /** Copies the counts; refuses other than six by six, negative counts and a matrix of nothing. */
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        int size = Emotion.inOrder().size();
        if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("a confusion matrix has " + size + " rows of " + size + " counts");
        }
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a confusion matrix has no negative counts: " + counts);
        }
        if (counts.stream().flatMap(List::stream).allMatch(count -> count == 0)) {
            throw new IllegalArgumentException("a confusion matrix of no predictions says nothing");
        }
    }

    /** Counts predictions, of which there must be at least one. */
    public static ConfusionMatrix of(List<Prediction> predictions) {
        int size = Emotion.inOrder().size();
        long[][] counts = new long[size][size];
        for (Prediction prediction : predictions) {
            counts[prediction.example().emotion().id()][prediction.emotion().id()]++;
        }
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new ConfusionMatrix(rows);
    }

    /** How often texts with one emotion were given another or the same. */
    public long count(Emotion actual, Emotion predicted) {
        return counts.get(actual.id()).get(predicted.id());
    }

    /** The number of predictions. */
    public long total() {
        return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }

    /** The number of predictions that are right. */
    public long correct() {
        return Emotion.inOrder().stream()
                .mapToLong(emotion -> count(emotion, emotion))
                .sum();
    }

    /** Texts that carry the emotion. */
    public long support(Emotion emotion) {
        return counts.get(emotion.id()).stream().mapToLong(Long::longValue).sum();
    }

    /** The share of predictions that are right, 0 to 1. */
    public double accuracy() {
        return ClassFigures.share(correct(), total());
    }

    /** The figures of each emotion, in label order. */
    public Map<Emotion, ClassFigures> perClass() {
        Map<Emotion, ClassFigures> figures = new EnumMap<>(Emotion.class);
        for (Emotion emotion : Emotion.inOrder()) {
            long hits = count(emotion, emotion);
            figures.put(emotion, ClassFigures.of(hits, given(emotion), support(emotion)));
        }
        return Collections.unmodifiableMap(figures);
    }

    /** The mean F1 of the emotions that a text carries or was given; each counts alike, however rare it is. */
    public double macroF1() {
        Map<Emotion, ClassFigures> figures = perClass();
        return Emotion.inOrder().stream()
                .filter(emotion -> given(emotion) + support(emotion) > 0)
                .mapToDouble(emotion ->
                        figures.getOrDefault(emotion, ClassFigures.of(0, 0, 0)).f1())
                .average()
                .orElse(0);
    }

    private long given(Emotion emotion) {
        return counts.stream().mapToLong(row -> row.get(emotion.id())).sum();
    }
}
