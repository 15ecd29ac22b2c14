package dev.undertone.modelstore;

import dev.undertone.emotion.Emotion;
import java.util.List;

/**
 * The sizes of a DistilBERT with a classification head, as {@code config.json} has them.
 *
 * @param vocabularySize rows of the word embeddings ({@code vocab_size})
 * @param maxPositions longest input in tokens ({@code max_position_embeddings})
 * @param layers transformer layers ({@code n_layers})
 * @param hidden width of a token's vector ({@code dim})
 * @param heads attention heads ({@code n_heads}); divides {@code hidden}
 * @param feedForward inner width of the feed-forward block ({@code hidden_dim})
 * @param labels the label names in output order ({@code id2label})
 */
public record EncoderConfig(
        int vocabularySize, int maxPositions, int layers, int hidden, int heads, int feedForward, List<String> labels) {

    /** Refuses sizes that no network can have. */
    public EncoderConfig {
        labels = List.copyOf(labels);
        requirePositive("vocab_size", vocabularySize);
        requirePositive("max_position_embeddings", maxPositions);
        requirePositive("n_layers", layers);
        requirePositive("dim", hidden);
        requirePositive("n_heads", heads);
        requirePositive("hidden_dim", feedForward);
        if (hidden % heads != 0) {
            throw new IllegalArgumentException("dim " + hidden + " cannot be divided among n_heads " + heads);
        }
    }

    /** DistilBERT-base with the six emotions and this number of layers. */
    public static EncoderConfig base(int layers) {
        return new EncoderConfig(
                30_522,
                512,
                layers,
                768,
                12,
                3072,
                Emotion.inOrder().stream().map(Emotion::label).toList());
    }

    /** The same network with its outputs named otherwise. */
    public EncoderConfig withLabels(List<String> names) {
        return new EncoderConfig(vocabularySize, maxPositions, layers, hidden, heads, feedForward, names);
    }

    private static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a positive number");
        }
    }
}
