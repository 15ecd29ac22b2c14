package dev.undertone.distilbert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checkpoint that comes with the repository, against figures of an independent network in double precision. */
final class ShippedCheckpointTests {

    private static final ModelStore STORE = new ModelStore(Path.of("model-store"));
    private static final CheckpointId SHIPPED = new CheckpointId("emotion-distilbert");

    private final JsonNode oracle = read();

    @Test
    void everyByteIsAsTheManifestSays() {
        assertThat(STORE.verify(SHIPPED).files()).isPresent();
    }

    @Test
    void textsBecomeTheReferencesTokens() {
        try (WordPieceTokenizer tokenizer =
                new WordPieceTokenizer(STORE.open(SHIPPED).tokenizerJson())) {
            for (JsonNode row : oracle) {
                if (row.has("text")) {
                    assertThat(tokenizer.encode(row.path("text").asString()))
                            .as(row.path("text").asString())
                            .isEqualTo(ids(row));
                }
            }
        }
    }

    @Test
    void probabilitiesEqualTheReferencesWithinATenThousandth() {
        Checkpoint checkpoint = STORE.open(SHIPPED);
        List<long[]> batch = StreamSupport.stream(oracle.spliterator(), false)
                .map(ShippedCheckpointTests::ids)
                .toList();
        try (Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            float[][] logits = predictor.predict(batch);
            for (int i = 0; i < batch.size(); i++) {
                EmotionScores scores = EmotionScores.ofLogits(logits[i]);
                for (Emotion emotion : Emotion.inOrder()) {
                    double expected = oracle.get(i)
                            .path("probabilities")
                            .get(emotion.id())
                            .asDouble();
                    assertThat(scores.of(emotion)).isCloseTo(expected, within(1e-4));
                }
            }
        }
    }

    private static long[] ids(JsonNode row) {
        return StreamSupport.stream(row.path("inputIds").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }

    private static JsonNode read() {
        try (InputStream in =
                ShippedCheckpointTests.class.getResourceAsStream("/distilbert/emotion-distilbert-oracle.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError("the figures cannot be read", e);
        }
    }
}
