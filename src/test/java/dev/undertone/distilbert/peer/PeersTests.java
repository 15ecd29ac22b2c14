package dev.undertone.distilbert.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.compilation.Arithmetic;
import dev.undertone.compilation.PlainNetwork;
import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is compared with us must give the same answers for it. */
final class PeersTests {

    private static final List<String> TEXTS =
            List.of("i am so happy today", "they feel sad", "angry", "you and me . it is very very afraid !");

    @TempDir
    private Path folder;

    @Test
    void onnxRuntimeReadsTheSameInAPaddedBatch() throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("tiny"));
        float[][] ours = ours(checkpoint);
        Path graph = PlainNetwork.write(checkpoint, Arithmetic.FP32, Files.createDirectory(folder.resolve("graph")));
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
                PlainOnnx peer = PlainOnnx.open(graph, 1)) {
            float[][] theirs =
                    peer.predict(TEXTS.stream().map(tokenizer::encode).toList());

            assertThat(theirs).hasDimensions(TEXTS.size(), 6);
            for (int i = 0; i < theirs.length; i++) {
                assertThat(theirs[i]).containsExactly(ours[i], within(1e-4f));
            }
        }
    }

    @Test
    void djlReadsTheSameAloneAndInABatch() throws IOException {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("tiny"));
        float[][] ours = ours(checkpoint);
        try (DjlText peer = DjlText.open(checkpoint, Files.createDirectory(folder.resolve("djl")), 1);
                DjlText.Texts predictor = peer.newPredictor()) {
            List<Map<String, Double>> together = predictor.read(TEXTS);
            for (int i = 0; i < ours.length; i++) {
                Map<String, Double> alone =
                        predictor.read(List.of(TEXTS.get(i))).get(0);
                EmotionScores scores = EmotionScores.ofLogits(ours[i]);
                for (Emotion emotion : Emotion.inOrder()) {
                    assertThat(together.get(i).get(emotion.label())).isEqualTo(scores.of(emotion), within(1e-5));
                    assertThat(alone.get(emotion.label())).isEqualTo(scores.of(emotion), within(1e-5));
                }
            }
        }
    }

    private static float[][] ours(Checkpoint checkpoint) {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
                Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            return predictor.predict(TEXTS.stream().map(tokenizer::encode).toList());
        }
    }
}
