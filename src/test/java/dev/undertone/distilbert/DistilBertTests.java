package dev.undertone.distilbert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.undertone.modelstore.EncoderConfig;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

    /**
     * A buffer that only the engine still needs is freed by the collector, and its memory given to the next who asks.
     */
    @Test
    void gradientsAreTheSameWhenTheCollectorComesBeforeThem() {
        try (DistilBertModel model = DistilBertModel.load(CONFIG, new RandomWeights(CONFIG, 9), DropoutRates.NONE)) {
            Map<String, float[]> undisturbed = gradients(model, () -> {});
            Map<String, float[]> collected = gradients(model, DistilBertTests::reuseWhatNobodyHolds);

            assertThat(undisturbed).hasSize(model.parameters().size());
            undisturbed.forEach(
                    (name, gradient) -> assertThat(collected.get(name)).as(name).containsExactly(gradient));
        }
    }

    private static Map<String, float[]> gradients(DistilBertModel model, Runnable between) {
        Map<String, float[]> gradients = new LinkedHashMap<>();
        model.parameters().values().forEach(parameter -> parameter.getArray().setRequiresGradient(true));
        ParameterStore store = new ParameterStore(model.manager(), false);
        try (NDManager scope = model.manager().newSubManager();
                GradientCollector collector = model.manager().getEngine().newGradientCollector()) {
            NDArray logits = model.network()
                    .forward(store, TokenBatch.pad(scope, texts(10)), true)
                    .singletonOrThrow();
            NDArray loss = logits.logSoftmax(-1).get(":, 0").mean();
            between.run();
            collector.backward(loss);
            model.parameters().forEach((name, parameter) -> {
                NDArray gradient = parameter.getArray().getGradient();
                gradient.attach(scope);
                gradients.put(name, gradient.toFloatArray());
                gradient.muli(0);
            });
        }
        return gradients;
    }

    /** Collects, and fills the memory that came free with other numbers, over and over as freeing takes its time. */
    private static void reuseWhatNobodyHolds() {
        for (int round = 0; round < 20; round++) {
            System.gc();
            List<ByteBuffer> taken = IntStream.range(0, 2000)
                    .mapToObj(i -> ByteBuffer.allocateDirect(Double.BYTES).putDouble(0, Double.MAX_VALUE))
                    .toList();
            assertThat(taken).hasSize(2000);
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
