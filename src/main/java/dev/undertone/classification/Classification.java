package dev.undertone.classification;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.emotion.Sentiment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the model reads in one text.
 *
 * @param model which checkpoint read it, and in which arithmetic
 * @param scores a probability for each emotion
 * @param tokens number of tokens the model read, its start and end marks included
 * @param notices what to know before trusting the scores, in the order of {@link Notice}
 * @param words the words that moved the winning score, in text order; empty unless asked for
 */
public record Classification(
        ServedModel model, EmotionScores scores, int tokens, Set<Notice> notices, List<WordWeight> words) {

    /** Copies the collections. */
    public Classification {
        notices = java.util.Collections.unmodifiableSet(new TreeSet<>(notices));
        words = List.copyOf(words);
    }

    /** The emotion with the highest probability. */
    public Emotion emotion() {
        return scores.top();
    }

    /** The sentiment inferred from the winning emotion. */
    public Sentiment sentiment() {
        return Sentiment.of(emotion());
    }
}
