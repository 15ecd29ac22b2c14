package dev.undertone.benchmark.workload;

import dev.undertone.benchmark.contestant.Sample;
import dev.undertone.distilbert.WordPieceTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Texts to measure with: people's own, or made up of common words with the lengths that people's texts have. */
public final class SampleTexts {

    /** Lengths in tokens of the validation split at every twentieth part, marks included. */
    private static final int[] LENGTHS = {
        4, 8, 9, 11, 12, 13, 15, 16, 17, 18, 20, 21, 23, 24, 26, 28, 31, 34, 37, 44, 69
    };

    private static final List<String> WORDS = List.of(
            "the", "time", "people", "water", "day", "house", "school", "work", "night", "city", "road", "book", "hand",
            "room", "year", "state", "game", "music", "number", "name", "line", "light", "door", "river", "table");

    private final WordPieceTokenizer tokenizer;
    private final int longest;
    private final Random random;

    /**
     * Reads texts with the tokenizer of the checkpoint.
     *
     * @param longest tokens that the network takes at once
     * @param seed decides which words are made up
     */
    public SampleTexts(WordPieceTokenizer tokenizer, int longest, long seed) {
        this.tokenizer = tokenizer;
        this.longest = longest;
        this.random = new Random(seed);
    }

    /** Texts as they are, without those that the network does not take at once: only ours reads on in windows. */
    public List<Sample> of(List<String> texts) {
        return texts.stream()
                .map(text -> new Sample(text, tokenizer.encode(text)))
                .filter(sample -> sample.tokens() <= longest)
                .toList();
    }

    /** So many texts with lengths spread as people's are. */
    public List<Sample> madeUp(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int part = random.nextInt(LENGTHS.length - 1);
                    int tokens = LENGTHS[part] + random.nextInt(LENGTHS[part + 1] - LENGTHS[part] + 1);
                    return ofTokens(Math.min(tokens, longest));
                })
                .toList();
    }

    /** So many texts of which one in twenty has as many tokens as the network takes, and the others are short. */
    public List<Sample> mostlyShort(int count) {
        List<Sample> texts = new ArrayList<>(madeUp(count));
        for (int i = 10; i < count; i += 20) {
            texts.set(i, ofTokens(longest));
        }
        return texts;
    }

    /** A text of so many tokens, start and end marks among them. */
    public Sample ofTokens(int tokens) {
        String text = IntStream.range(0, tokens - 2)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        Sample sample = new Sample(text, tokenizer.encode(text));
        if (sample.tokens() != tokens) {
            throw new IllegalStateException("\"" + text + "\" has " + sample.tokens() + " tokens, expected " + tokens);
        }
        return sample;
    }
}
