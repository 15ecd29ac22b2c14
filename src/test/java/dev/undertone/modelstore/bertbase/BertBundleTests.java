package dev.undertone.modelstore.bertbase;

import static dev.undertone.modelstore.bertbase.SmallBert.HIDDEN;
import static dev.undertone.modelstore.bertbase.SmallBert.INNER;
import static dev.undertone.modelstore.bertbase.SmallBert.bert;
import static dev.undertone.modelstore.bertbase.SmallBert.floats;
import static dev.undertone.modelstore.bertbase.SmallBert.numbers;
import static dev.undertone.modelstore.bertbase.SmallBert.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.modelstore.EncoderConfig;
import dev.undertone.modelstore.LayerSelection;
import dev.undertone.modelstore.TensorInfo;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BertBundleTests {

    private static final LayerSelection BOTH = LayerSelection.parse("0-1");

    @TempDir
    Path folder;

    @Test
    void jarAndTheZipInItGiveTheSameWeights() throws IOException {
        Path jar = bert(3).jar(folder.resolve("bert.jar"));
        Path zip = bert(3).zip(folder.resolve("bert"));

        assertThat(floats(jar, BOTH, 42)).usingRecursiveComparison().isEqualTo(floats(zip, BOTH, 42));
    }

    @Test
    void tensorsCarryTheNamesAndShapesOfADistilbert() throws IOException {
        try (BertBundle bundle = BertBundle.open(bert(3).zip(folder.resolve("bert")));
                Weights weights = bundle.weights(LayerSelection.parse("2"), 1)) {
            assertThat(bundle.config(LayerSelection.parse("2")))
                    .isEqualTo(new EncoderConfig(
                            8, 5, 1, HIDDEN, 1, INNER, EncoderConfig.base(1).labels()));
            assertThat(weights.tensors().stream().collect(Collectors.toMap(TensorInfo::name, TensorInfo::shape)))
                    .containsExactlyInAnyOrderEntriesOf(distilbertOfOneLayer());
        }
    }

    private static Map<String, List<Long>> distilbertOfOneLayer() {
        long h = HIDDEN;
        long f = INNER;
        String layer = "distilbert.transformer.layer.0.";
        return Map.ofEntries(
                Map.entry("distilbert.embeddings.word_embeddings.weight", List.of(8L, h)),
                Map.entry("distilbert.embeddings.position_embeddings.weight", List.of(5L, h)),
                Map.entry("distilbert.embeddings.LayerNorm.weight", List.of(h)),
                Map.entry("distilbert.embeddings.LayerNorm.bias", List.of(h)),
                Map.entry(layer + "attention.q_lin.weight", List.of(h, h)),
                Map.entry(layer + "attention.q_lin.bias", List.of(h)),
                Map.entry(layer + "attention.k_lin.weight", List.of(h, h)),
                Map.entry(layer + "attention.k_lin.bias", List.of(h)),
                Map.entry(layer + "attention.v_lin.weight", List.of(h, h)),
                Map.entry(layer + "attention.v_lin.bias", List.of(h)),
                Map.entry(layer + "attention.out_lin.weight", List.of(h, h)),
                Map.entry(layer + "attention.out_lin.bias", List.of(h)),
                Map.entry(layer + "sa_layer_norm.weight", List.of(h)),
                Map.entry(layer + "sa_layer_norm.bias", List.of(h)),
                Map.entry(layer + "ffn.lin1.weight", List.of(f, h)),
                Map.entry(layer + "ffn.lin1.bias", List.of(f)),
                Map.entry(layer + "ffn.lin2.weight", List.of(h, f)),
                Map.entry(layer + "ffn.lin2.bias", List.of(h)),
                Map.entry(layer + "output_layer_norm.weight", List.of(h)),
                Map.entry(layer + "output_layer_norm.bias", List.of(h)),
                Map.entry("pre_classifier.weight", List.of(h, h)),
                Map.entry("pre_classifier.bias", List.of(h)),
                Map.entry("classifier.weight", List.of(6L, h)),
                Map.entry("classifier.bias", List.of(6L)));
    }

    @Test
    void kernelsAreTransposed() throws IOException {
        float[] lin1 = tensor(
                bert(1).zip(folder.resolve("bert")),
                LayerSelection.parse("0"),
                1,
                "distilbert.transformer.layer.0.ffn.lin1.weight");
        float[] kernel = numbers("encoder/layer_0/intermediate/dense/kernel", HIDDEN * INNER);

        assertThat(lin1[5 * HIDDEN + 3]).isEqualTo(kernel[3 * INNER + 5]);
        assertThat(lin1[95 * HIDDEN + 63]).isEqualTo(kernel[63 * INNER + 95]);
    }

    @Test
    void firstTokenTypeIsAddedToEveryPosition() throws IOException {
        float[] positions = tensor(
                bert(1).zip(folder.resolve("bert")),
                LayerSelection.parse("0"),
                1,
                "distilbert.embeddings.position_embeddings.weight");
        float[] plain = numbers("embeddings/position_embeddings", 5 * HIDDEN);
        float[] types = numbers("embeddings/token_type_embeddings", 2 * HIDDEN);

        for (int i = 0; i < positions.length; i++) {
            assertThat(positions[i]).isEqualTo(plain[i] + types[i % HIDDEN]);
        }
    }

    @Test
    void chosenLayersAreTakenFromTheBottomUp() throws IOException {
        Path zip = bert(4).zip(folder.resolve("bert"));
        LayerSelection chosen = LayerSelection.parse("1,3");

        assertThat(tensor(zip, chosen, 1, "distilbert.transformer.layer.0.sa_layer_norm.weight"))
                .isEqualTo(numbers("encoder/layer_1/attention/output/LayerNorm/gamma", HIDDEN));
        assertThat(tensor(zip, chosen, 1, "distilbert.transformer.layer.1.attention.k_lin.bias"))
                .isEqualTo(numbers("encoder/layer_3/attention/self/key/bias", HIDDEN));
    }

    @Test
    void headIsRandomFromTheSeedAlone() throws IOException {
        Path zip = bert(2).zip(folder.resolve("bert"));
        float[] first = tensor(zip, BOTH, 42, "pre_classifier.weight");

        assertThat(tensor(zip, LayerSelection.parse("1"), 42, "pre_classifier.weight"))
                .isEqualTo(first);
        assertThat(tensor(zip, BOTH, 43, "pre_classifier.weight")).isNotEqualTo(first);
        double sum = 0;
        double squares = 0;
        for (float number : first) {
            sum += number;
            squares += number * number;
        }
        assertThat(sum / first.length).isBetween(-0.002, 0.002);
        assertThat(Math.sqrt(squares / first.length)).isBetween(0.019, 0.021);
        assertThat(tensor(zip, BOTH, 42, "classifier.bias")).containsOnly(0);
    }

    @Test
    void nothingStaysInTheTemporaryFolder() throws IOException {
        Path zip = bert(1).zip(folder.resolve("bert"));
        BertArchive unpacked = BertArchive.unpack(zip);
        Path temporary = unpacked.data().getParent();
        assertThat(temporary).isDirectory();
        unpacked.close();

        assertThat(temporary).doesNotExist();
    }
}
