package dev.undertone.training;

import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.Emotion;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import java.util.Arrays;
import java.util.List;

/** A labelled text as the network reads it. */
final class EncodedExample {

    private final Example example;
    private final long[] ids;

    /**
     * Joins text and tokens.
     *
     * @param ids token ids with start and end marks
     */
    EncodedExample(Example example, long[] ids) {
        this.example = example;
        this.ids = ids;
    }

    /** Tokenizes a data set; a text that is too long keeps its first tokens and the end mark. */
    static List<EncodedExample> of(Dataset dataset, WordPieceTokenizer tokenizer, int maxTokens) {
        return dataset.examples().stream()
                .map(example -> new EncodedExample(example, cut(tokenizer.encode(example.text()), maxTokens)))
                .toList();
    }

    private static long[] cut(long[] ids, int maxTokens) {
        if (ids.length <= maxTokens) {
            return ids;
        }
        long[] kept = Arrays.copyOf(ids, maxTokens);
        kept[maxTokens - 1] = ids[ids.length - 1];
        return kept;
    }

    Example example() {
        return example;
    }

    long[] ids() {
        return ids;
    }

    Emotion label() {
        return example.emotion();
    }

    int tokens() {
        return ids.length;
    }
}
