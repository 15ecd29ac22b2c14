package dev.undertone.training;

import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.data.Example;
import java.util.List;

/** A labelled text as the network reads it. */
final class EncodedExample implements Tokenized {

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
                .map(example -> new EncodedExample(example, tokenizer.encode(example.text(), maxTokens)))
                .toList();
    }

    Example example() {
        return example;
    }

    long[] ids() {
        return ids;
    }

    @Override
    public int tokens() {
        return ids.length;
    }
}
