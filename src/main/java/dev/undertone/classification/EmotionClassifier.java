package dev.undertone.classification;

import java.util.List;

/** Reads the emotion under texts. */
public interface EmotionClassifier {

    /** The longest text that is read, in UTF-16 code units. */
    int MAX_TEXT_LENGTH = 20_000;

    /** Which checkpoint answers, in which precision. */
    ServedModel model();

    /**
     * Classifies texts; the answer has one element for each, in order.
     *
     * @param texts each with 1 to {@value #MAX_TEXT_LENGTH} code units and not blank
     * @param explanation whether to find the words that moved each winning score, which costs about a forward pass a
     *     word
     * @throws ClassifierUnavailable if there is no model, or the queue in front of it is full, or the answer would come
     *     too late; nothing was classified
     */
    List<Classification> classify(List<String> texts, Explanation explanation);

    /**
     * The same classifier for work that nobody waits for, such as a file of many texts: it makes way for the calls of
     * {@link #classify} and has no deadline.
     */
    default EmotionClassifier forBulk() {
        return this;
    }

    /** Whether words are wanted with the scores. */
    enum Explanation {
        NONE,
        WORDS
    }
}
