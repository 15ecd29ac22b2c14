package dev.undertone.distilbert;

import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointWriter;
import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.TokenizerDefinition;
import dev.undertone.modelstore.WeightsFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real checkpoint in a folder, so small that it is trained and run in a moment; it has learned nothing. */
public final class TinyCheckpoint {

    private static final List<String> WORDS = List.of(
            "i", "feel", "so", "am", "the", "a", "and", "very", "happy", "sad", "angry", "afraid", "loved", "amazed",
            "today", "now", "you", "they", "me", "it", ".", "!");

    private TinyCheckpoint() {}

    /** Writes the checkpoint; the folder's name becomes its id. */
    public static Checkpoint in(Path folder) {
        return in(folder, 11);
    }

    /** Writes a checkpoint that reads texts in its own way, which follows from the seed. */
    public static Checkpoint in(Path folder, long seed) {
        List<String> vocabulary = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        vocabulary.addAll(WORDS);
        EncoderConfig config = RandomWeights.tinyConfig(vocabulary.size());
        TokenizerDefinition tokenizer =
                TokenizerDefinition.ofVocabulary(Path.of("vocab.txt"), String.join("\n", vocabulary), true);
        new CheckpointWriter(folder, WeightsFormat.F32, Map.of())
                .write(config, tokenizer, new RandomWeights(config, seed));
        return Checkpoint.open(folder);
    }
}
