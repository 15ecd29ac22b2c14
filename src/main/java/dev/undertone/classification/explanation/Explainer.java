package dev.undertone.classification.explanation;

import dev.undertone.classification.WordWeight;
import dev.undertone.classification.serving.Unanswered;
import dev.undertone.classification.text.CleanedText;
import dev.undertone.classification.text.Words.Word;
import dev.undertone.emotion.EmotionScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the words that moved the winning score by leaving them out (occlusion, Zeiler and Fergus 2014; leave-one-out,
 * Li, Monroe and Jurafsky 2016).
 *
 * <p>A weight is what really happens to the winner's probability without the word, so it needs no trust in gradients or
 * attention. The number of texts scored is bounded, whatever the length. Where the scoring function says that nobody
 * waits any more, the words found until then are the answer.
 */
public final class Explainer {

    /** Up to so many words each one is left out, which is exact. */
    static final int EXACT_WORDS = 48;

    /** Longer texts are subdivided with so many texts scored at most. */
    static final int BUDGET = 96;

    private final Function<List<String>, List<EmotionScores>> scoring;

    /**
     * Explains what one scoring function says.
     *
     * @param scoring gives a score for each text of a batch, in order; never called with a blank text or an empty
     *     batch, nor with more than {@value #EXACT_WORDS} texts at once
     */
    public Explainer(Function<List<String>, List<EmotionScores>> scoring) {
        this.scoring = scoring;
    }

    /**
     * The words and emoji whose weight was found, in text order, with offsets into the text as sent; of a long text
     * only those that seemed to count.
     *
     * @param text the text that was scored
     * @param scores what the scoring function says of the whole text
     */
    public List<WordWeight> explain(CleanedText text, EmotionScores scores) {
        OccludedText occluded = new OccludedText(text.text(), scores, scoring);
        List<WordFall> falls = occluded.words().size() <= EXACT_WORDS
                ? leaveEachOut(occluded)
                : new Subdivision(occluded, BUDGET).find();
        return falls.stream()
                .map(fall -> weight(text, occluded.words().get(fall.word()), fall.fall()))
                .toList();
    }

    private static List<WordFall> leaveEachOut(OccludedText text) {
        List<Double> falls;
        try {
            falls = text.fallsWithout(text.words().stream().map(List::of).toList());
        } catch (Unanswered late) {
            return List.of();
        }
        List<WordFall> words = new ArrayList<>();
        for (int i = 0; i < falls.size(); i++) {
            words.add(new WordFall(i, falls.get(i)));
        }
        return words;
    }

    private static WordWeight weight(CleanedText text, Word word, double fall) {
        return new WordWeight(
                text.offsets().originalStart(word.start()), text.offsets().originalEnd(word.end()), fall);
    }
}
