package dev.undertone.classification.explanation;

import dev.undertone.classification.text.Words.Word;
import java.util.List;

/** How words are hidden from the model. */
public enum Occlusion {
    /** Takes the words out. The text stays one that people write, which the model has seen in training. */
    DELETE(""),
    /**
     * Puts the tokenizer's mask in place of each word. Keeps the positions of the others, but a classifier that was
     * fine-tuned without masks has never learnt what they mean.
     */
    MASK("[MASK]");

    /**
     * Deleting, as the scores of masked texts are no more than an accident of pre-training. To be compared by
     * {@link FaithfulnessStudy} once a checkpoint is there.
     */
    public static final Occlusion PREFERRED = DELETE;

    private final String replacement;

    Occlusion(String replacement) {
        this.replacement = replacement;
    }

    /**
     * The text without some of its words.
     *
     * @param text any text
     * @param words the words to hide, in text order
     */
    String hide(String text, List<Word> words) {
        StringBuilder rest = new StringBuilder(text.length());
        int kept = 0;
        for (Word word : words) {
            rest.append(text, kept, word.start()).append(replacement);
            kept = word.end();
        }
        return rest.append(text, kept, text.length()).toString();
    }
}
