package dev.undertone.distilbert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.undertone.modelstore.EncoderConfig;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DistilBertTests {

    private static final EncoderConfig CONFIG = RandomWeights.tinyConfig(50);

    @Test
    void logitsEqualAReferenceInDoublePrecision() {
        RandomWeights weights = new RandomWeights(CONFIG, 1);
        ReferenceNetwork reference = new ReferenceNetwork(CONFIG, weights);
        List<long[]> texts = texts(2);

        float[][] logits = logits(weights, texts);

        for (int i = 0; i < texts.size(); i++) {
            double[] expected = reference.logits(texts.get(i));
            for (int label = 0; label < expected.length; label++) {
                assertThat((double) logits[i][label]).isCloseTo(expected[label], offset(1e-4));
            }
        }
    }

    @Test
    void aTextAloneAndAmongLongerOnesHasTheSameLogits() {
        RandomWeights weights = new RandomWeights(CONFIG, 3);
        List<long[]> texts = texts(4);

        float[][] together = logits(weights, texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together[i]).containsExactly(logits(weights, List.of(texts.get(i)))[0], offset(1e-5f));
        }
    }

    @Test
    void predictingLeavesNoArraysBehind() {
        try (DistilBertModel model = DistilBertModel.load(CONFIG, new RandomWeights(CONFIG, 5), DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            predictor.predict(texts(6));
            int before = model.manager().getManagedArrays().size();
            for (int i = 0; i < 20; i++) {
                predictor.predict(texts(i));
            }
            assertThat(model.manager().getManagedArrays()).hasSize(before);
        }
    }

    @Test
    void aMissingTensorIsNamed() {
        RandomWeights incomplete = new RandomWeights(CONFIG, 7).without("classifier.bias");

        assertThatThrownBy(() -> DistilBertModel.load(CONFIG, incomplete, DropoutRates.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tensor classifier.bias is missing");
    }

    @Test
    void aTensorOfAnotherShapeIsNamedWithBothShapes() {
        RandomWeights narrow = new RandomWeights(RandomWeights.tinyConfig(49), 8);

        assertThatThrownBy(() -> DistilBertModel.load(CONFIG, narrow, DropoutRates.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("word_embeddings.weight has shape (49, 24), expected (50, 24)");
    }

    private static float[][] logits(RandomWeights weights, List<long[]> texts) {
        try (DistilBertModel model = DistilBertModel.load(CONFIG, weights, DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            return predictor.predict(texts);
        }
    }

    private static List<long[]> texts(long seed) {
        Random random = new Random(seed);
        return Stream.of(2, 9, 40, 17)
                .map(length -> random.longs(length, 0, CONFIG.vocabularySize()).toArray())
                .toList();
    }
}
