package dev.undertone.training.data;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.training.data.Lesson.Source;
import dev.undertone.training.data.RepeatedTexts.Repeat;
import dev.undertone.training.recipe.Bounds;
import dev.undertone.training.recipe.TwoLabels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All texts of a training.
 *
 * @param main the training data proper
 * @param extra labelled texts from elsewhere; may be empty
 * @param extraWeight how much each of those counts
 * @param neutral texts without emotion, in which every emotion should be read alike (outlier exposure: Hendrycks et al.
 *     2019, arXiv 1812.04606, section 3); may be empty
 * @param neutralWeight how much each of those counts
 */
public record TrainingTexts(
        Dataset main, List<Example> extra, double extraWeight, List<String> neutral, double neutralWeight) {

    private static final int EMOTIONS = Emotion.inOrder().size();

    /** Copies the lists; refuses weights outside their range, naming the option. */
    public TrainingTexts {
        requireWeight("extra-weight", extraWeight);
        requireWeight("neutral-weight", neutralWeight);
        extra = List.copyOf(extra);
        neutral = List.copyOf(neutral);
    }

    /** The training data proper and nothing else. */
    public static TrainingTexts of(Dataset main) {
        return new TrainingTexts(main, List.of(), 1, List.of(), 1);
    }

    /** What to train on, in the order of the texts. */
    public List<Lesson> lessons(TwoLabels twoLabels) {
        Map<String, Repeat> contradictions = RepeatedTexts.across(List.of(main)).contradictions().stream()
                .collect(Collectors.toMap(Repeat::text, Function.identity()));
        List<Lesson> lessons = new ArrayList<>();
        for (Example example : main.examples()) {
            Repeat repeat = contradictions.get(example.text());
            if (repeat == null || twoLabels == TwoLabels.KEEP) {
                lessons.add(new Lesson(example.text(), certain(example.emotion()), 1, Source.MAIN));
            } else if (twoLabels == TwoLabels.SOFT) {
                lessons.add(new Lesson(example.text(), shares(repeat), 1, Source.MAIN));
            }
        }
        extra.forEach(example ->
                lessons.add(new Lesson(example.text(), certain(example.emotion()), extraWeight, Source.EXTRA)));
        EmotionScores even = new EmotionScores(Collections.nCopies(EMOTIONS, 1.0 / EMOTIONS));
        neutral.forEach(text -> lessons.add(new Lesson(text, even, neutralWeight, Source.NEUTRAL)));
        return List.copyOf(lessons);
    }

    private static void requireWeight(String option, double weight) {
        Bounds.require(weight > 0 && weight <= Lesson.LARGEST_WEIGHT, option, weight, "above 0 and at most 100");
    }

    private static EmotionScores certain(Emotion emotion) {
        List<Double> shares = new ArrayList<>(Collections.nCopies(EMOTIONS, 0.0));
        shares.set(emotion.id(), 1.0);
        return new EmotionScores(shares);
    }

    private static EmotionScores shares(Repeat repeat) {
        return new EmotionScores(Emotion.inOrder().stream()
                .map(emotion -> (double) repeat.labels().getOrDefault(emotion, 0) / repeat.count())
                .toList());
    }
}
