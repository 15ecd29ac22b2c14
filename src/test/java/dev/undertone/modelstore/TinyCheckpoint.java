package dev.undertone.modelstore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A DistilBERT of two narrow layers that is whole in every other respect, and ways to spoil it. */
public final class TinyCheckpoint {

    /** Twelve tokens, eight positions, two layers of width four. */
    public static final EncoderConfig CONFIG =
            new EncoderConfig(12, 8, 2, 4, 2, 6, EncoderConfig.base(1).labels());

    /** The lines of its {@code vocab.txt}. */
    public static final String VOCABULARY = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\ni\nfeel\nfine\n##ly\nsad\n!\n?\n";

    private TinyCheckpoint() {}

    /** Its tokenizer. */
    public static TokenizerDefinition tokenizer() {
        return TokenizerDefinition.ofVocabulary(Path.of("vocab.txt"), VOCABULARY, true);
    }

    /** Writes it, in full precision. */
    public static Path write(Path folder) {
        new CheckpointWriter(folder, WeightsFormat.F32, Map.of()).write(CONFIG, tokenizer(), weights());
        return folder;
    }

    /** Writes it and takes the manifest away, as a folder that somebody dropped in. */
    public static Path dropIn(Path folder) throws IOException {
        write(folder);
        Files.delete(folder.resolve("manifest.json"));
        return folder;
    }

    /** Its weights: numbers below 1 that differ from tensor to tensor, each of the same value every time. */
    public static FloatWeights weights() {
        FloatWeights weights = new FloatWeights();
        long hidden = CONFIG.hidden();
        weights.fill("distilbert.embeddings.word_embeddings.weight", 12, hidden);
        weights.fill("distilbert.embeddings.position_embeddings.weight", 8, hidden);
        weights.pair("distilbert.embeddings.LayerNorm", hidden);
        for (String layer : List.of("distilbert.transformer.layer.0.", "distilbert.transformer.layer.1.")) {
            for (String name : List.of("q_lin", "k_lin", "v_lin", "out_lin")) {
                weights.pair(layer + "attention." + name, hidden, hidden);
            }
            weights.pair(layer + "sa_layer_norm", hidden);
            weights.pair(layer + "ffn.lin1", 6, hidden);
            weights.pair(layer + "ffn.lin2", hidden, 6);
            weights.pair(layer + "output_layer_norm", hidden);
        }
        weights.pair("pre_classifier", hidden, hidden);
        weights.pair("classifier", 6, hidden);
        return weights;
    }

    /** Tensors of floats in memory. */
    public static final class FloatWeights implements Weights {

        private final Map<String, TensorInfo> infos = new TreeMap<>();
        private final Map<String, float[]> values = new TreeMap<>();

        /** Adds a tensor with these numbers. */
        public FloatWeights put(String name, List<Long> shape, float... numbers) {
            infos.put(name, new TensorInfo(name, TensorType.F32, shape));
            values.put(name, numbers);
            return this;
        }

        /** Adds a tensor with numbers that follow from its name. */
        public FloatWeights fill(String name, long... shape) {
            Random random = new Random(name.hashCode());
            float[] numbers = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextFloat();
            }
            return put(name, Arrays.stream(shape).boxed().toList(), numbers);
        }

        private void pair(String name, long... shape) {
            fill(name + ".weight", shape);
            fill(name + ".bias", shape[0]);
        }

        /** Takes a tensor away. */
        public FloatWeights without(String name) {
            infos.remove(name);
            return this;
        }

        @Override
        public List<TensorInfo> tensors() {
            return List.copyOf(infos.values());
        }

        @Override
        public ByteBuffer read(String name) {
            float[] numbers = values.get(name);
            if (numbers == null) {
                throw new IllegalArgumentException("there is no tensor named " + name);
            }
            ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(numbers);
            return bytes;
        }

        @Override
        public void close() {}
    }
}
