package dev.undertone.classification.explanation;

import dev.undertone.classification.text.Words;
import dev.undertone.classification.text.Words.Word;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A text of which words can be hidden, to see how far the winner's probability falls without them. */
final class OccludedText {

    /**
     * The winner's probability where nothing is left to read: each emotion is as likely as the others. A blank text is
     * never scored, as what a model says of one is the prior of its training data and nothing about the text.
     */
    static final double NOTHING_KNOWN = 1.0 / Emotion.inOrder().size();

    private final String text;
    private final List<Word> words;
    private final Emotion winner;
    private final double probability;
    private final Function<List<String>, List<EmotionScores>> scoring;

    OccludedText(String text, EmotionScores scores, Function<List<String>, List<EmotionScores>> scoring) {
        this.text = text;
        this.words = Words.in(text);
        this.winner = scores.top();
        this.probability = scores.of(winner);
        this.scoring = scoring;
    }

    List<Word> words() {
        return words;
    }

    /**
     * How far the winner's probability falls, -1 to 1, without each of some groups of words; one batch for all.
     *
     * @param groups words of this text, each group in text order
     */
    List<Double> fallsWithout(List<List<Word>> groups) {
        List<String> rests = groups.stream().map(group -> without(text, group)).toList();
        List<String> toScore = rests.stream().filter(rest -> !isBlank(rest)).toList();
        List<EmotionScores> scored = toScore.isEmpty() ? List.of() : scoring.apply(toScore);
        if (scored.size() != toScore.size()) {
            throw new IllegalStateException(
                    "the scoring function gave " + scored.size() + " scores for " + toScore.size() + " texts");
        }
        List<Double> falls = new ArrayList<>();
        int next = 0;
        for (String rest : rests) {
            double left = isBlank(rest) ? NOTHING_KNOWN : scored.get(next++).of(winner);
            falls.add(probability - left);
        }
        return falls;
    }

    /**
     * A text without some of its words. They are taken out and nothing put in their place: that leaves a text that
     * people write, while a classifier fine-tuned without masks has never learnt what these mean.
     *
     * @param words in text order
     */
    static String without(String text, List<Word> words) {
        StringBuilder rest = new StringBuilder(text.length());
        int kept = 0;
        for (Word word : words) {
            rest.append(text, kept, word.start());
            kept = word.end();
        }
        return rest.append(text, kept, text.length()).toString();
    }

    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
