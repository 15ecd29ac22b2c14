package dev.undertone.training;

import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.training.data.Lesson;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text to train on as the network reads it.
 *
 * @param lesson the text and what should be read in it
 * @param number its place among all, from 0
 * @param tokens of the text as it stands in the data
 */
record EncodedLesson(Lesson lesson, int number, int tokens) implements Tokenized {

    /** Counts the tokens of texts, of which those that are too long keep the first so many. */
    static List<EncodedLesson> of(List<Lesson> lessons, WordPieceTokenizer tokenizer, int maxTokens) {
        return IntStream.range(0, lessons.size())
                .mapToObj(number -> new EncodedLesson(
                        lessons.get(number),
                        number,
                        tokenizer.encode(lessons.get(number).text(), maxTokens).length))
                .toList();
    }
}
