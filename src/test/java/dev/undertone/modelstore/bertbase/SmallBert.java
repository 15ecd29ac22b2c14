package dev.undertone.modelstore.bertbase;

import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A BERT of narrow layers in the form of the published archive. */
final class SmallBert {

    static final int HIDDEN = 64;
    static final int INNER = 96;

    private SmallBert() {}

    /** Everything that an import of these layers gives, by name. */
    static Map<String, float[]> floats(Path archive, LayerSelection layers, long seed) {
        try (BertBundle bundle = BertBundle.open(archive);
                Weights weights = bundle.weights(layers, seed)) {
            return weights.tensors().stream()
                    .map(TensorInfo::name)
                    .collect(Collectors.toMap(Function.identity(), weights::floats));
        }
    }

    /** One tensor of such an import. */
    static float[] tensor(Path archive, LayerSelection layers, long seed, String name) {
        try (BertBundle bundle = BertBundle.open(archive);
                Weights weights = bundle.weights(layers, seed)) {
            return weights.floats(name);
        }
    }

    static TensorBundleFile bert(int layers) {
        TensorBundleFile bert = new TensorBundleFile();
        add(bert, "embeddings/word_embeddings", 8, HIDDEN);
        add(bert, "embeddings/position_embeddings", 5, HIDDEN);
        add(bert, "embeddings/token_type_embeddings", 2, HIDDEN);
        norm(bert, "embeddings/LayerNorm");
        for (int i = 0; i < layers; i++) {
            String layer = "encoder/layer_" + i + "/";
            for (String name : List.of("self/query", "self/key", "self/value", "output/dense")) {
                dense(bert, layer + "attention/" + name, HIDDEN, HIDDEN);
            }
            norm(bert, layer + "attention/output/LayerNorm");
            dense(bert, layer + "intermediate/dense", HIDDEN, INNER);
            dense(bert, layer + "output/dense", INNER, HIDDEN);
            norm(bert, layer + "output/LayerNorm");
        }
        return bert;
    }

    private static void norm(TensorBundleFile bert, String name) {
        add(bert, name + "/beta", HIDDEN);
        add(bert, name + "/gamma", HIDDEN);
    }

    private static void dense(TensorBundleFile bert, String name, int inputs, int outputs) {
        add(bert, name + "/kernel", inputs, outputs);
        add(bert, name + "/bias", outputs);
    }

    private static void add(TensorBundleFile bert, String name, Integer... shape) {
        int size = List.of(shape).stream().reduce(1, (a, b) -> a * b);
        bert.with(name, List.of(shape), numbers(name, size));
    }

    /** Numbers that differ from variable to variable. */
    static float[] numbers(String name, int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (name.hashCode() % 1000 + i) / 64f;
        }
        return numbers;
    }
}
