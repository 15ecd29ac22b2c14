package dev.undertone.training;

import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.training.augmentation.Augmentation;

/** How a text is put before the network in a step. */
@FunctionalInterface
interface Reader {

    /**
     * The tokens of a text, which may be written in another way in every step.
     *
     * @param step steps taken before this one
     */
    long[] ids(EncodedLesson lesson, int step);

    /** As it stands in the data, or as an augmentation writes it. */
    static Reader of(WordPieceTokenizer tokenizer, int maxTokens, Augmentation augmentation) {
        return (lesson, step) ->
                tokenizer.encode(augmentation.write(lesson.lesson().text(), step, lesson.number()), maxTokens);
    }
}
