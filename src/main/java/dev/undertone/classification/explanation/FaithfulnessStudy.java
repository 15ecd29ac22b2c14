package dev.undertone.classification.explanation;

import dev.undertone.classification.WordWeight;
import dev.undertone.classification.text.CleanedText;
import dev.undertone.classification.text.Words.Word;
import dev.undertone.emotion.EmotionScores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Measures whether the words of explanations are the ones that count: removing them must lower the winner's probability
 * more than removing as many words at random (comprehensiveness, DeYoung et al. 2020, "ERASER", ACL, arXiv 1911.03429).
 */
public final class FaithfulnessStudy {

    private static final List<Integer> REMOVED = List.of(1, 2, 3);

    private final Function<List<String>, List<EmotionScores>> scoring;
    private final BiFunction<CleanedText, EmotionScores, List<WordWeight>> explaining;

    /**
     * Studies one way of explaining.
     *
     * @param scoring gives a score for each text of a batch, in order
     * @param explaining what is measured, such as {@link Explainer#explain}
     */
    public FaithfulnessStudy(
            Function<List<String>, List<EmotionScores>> scoring,
            BiFunction<CleanedText, EmotionScores, List<WordWeight>> explaining) {
        this.scoring = scoring;
        this.explaining = explaining;
    }

    /**
     * Removes one, two and three words from each text that has more words than that and an explanation of as many.
     *
     * @param texts cleaned and not blank
     * @param seed of the random words; the same seed gives the same figures
     */
    public Faithfulness measure(List<String> texts, long seed) {
        Random random = new Random(seed);
        List<Falls> all = new ArrayList<>();
        for (String text : texts) {
            all.addAll(falls(text, random));
        }
        return new Faithfulness(REMOVED.stream().map(k -> row(k, all)).toList());
    }

    private List<Falls> falls(String text, Random random) {
        EmotionScores scores = scoring.apply(List.of(text)).get(0);
        OccludedText occluded = new OccludedText(text, scores, scoring);
        List<Word> explained = byWeight(explaining.apply(CleanedText.unchanged(text), scores), occluded.words());
        List<Integer> sizes = REMOVED.stream()
                .filter(k -> k < occluded.words().size() && k <= explained.size())
                .toList();
        List<List<Word>> groups = new ArrayList<>();
        for (int k : sizes) {
            List<Word> shuffled = new ArrayList<>(occluded.words());
            Collections.shuffle(shuffled, random);
            groups.add(inTextOrder(explained.subList(0, k)));
            groups.add(inTextOrder(shuffled.subList(0, k)));
        }
        List<Double> falls = occluded.fallsWithout(groups);
        List<Falls> result = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            result.add(new Falls(sizes.get(i), falls.get(2 * i), falls.get(2 * i + 1)));
        }
        return result;
    }

    private static List<Word> byWeight(List<WordWeight> weights, List<Word> words) {
        return weights.stream()
                .sorted(Comparator.comparingDouble(WordWeight::weight).reversed())
                .map(weight -> words.stream()
                        .filter(word -> word.start() == weight.start() && word.end() == weight.end())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("the explanation names " + weight.start() + ".."
                                + weight.end() + ", which is no word")))
                .toList();
    }

    private static List<Word> inTextOrder(List<Word> words) {
        return words.stream().sorted(Comparator.comparingInt(Word::start)).toList();
    }

    private static Faithfulness.Row row(int k, List<Falls> all) {
        List<Falls> falls = all.stream().filter(fall -> fall.k == k).toList();
        return new Faithfulness.Row(
                k,
                falls.size(),
                Faithfulness.Mean.of(falls.stream().map(Falls::top).toList()),
                Faithfulness.Mean.of(falls.stream().map(Falls::random).toList()),
                Faithfulness.Mean.of(
                        falls.stream().map(fall -> fall.top - fall.random).toList()));
    }

    /** What removing k words did to one text. */
    private record Falls(int k, double top, double random) {}
}
