package dev.undertone.compilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.compilation.onnx.GraphWriter;
import dev.undertone.distilbert.CompiledModel;
import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.ModelStore;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole networks as they are served, compiled from the checkpoint that comes with the repository. */
final class CompiledCheckpointTests {

    private static final Checkpoint SHIPPED =
            new ModelStore(Path.of("model-store")).open(new CheckpointId("emotion-distilbert"));

    /** Where two labels are nearer to each other, rounding may well decide. */
    private static final double CLEAR = 0.15;

    @TempDir
    private static Path folder;

    private static final Map<Arithmetic, Path> MODELS = new EnumMap<>(Arithmetic.class);

    @BeforeAll
    static void compile() throws IOException {
        for (Arithmetic arithmetic : Arithmetic.values()) {
            Path target = Files.createDirectory(folder.resolve(arithmetic.label()));
            CheckpointCompiler.compile(SHIPPED, arithmetic, target);
            MODELS.put(arithmetic, target.resolve(GraphWriter.MODEL));
        }
    }

    /** The claim that everything about batches rests on: exact, not close. */
    @ParameterizedTest
    @EnumSource
    void aTextHasTheSameLogitsAloneAndAnywhereInAnyBatchOnOneThreadOrTwo(Arithmetic arithmetic) {
        Random random = new Random(3);
        try (CompiledModel one = CompiledModel.open(model(arithmetic), 1);
                CompiledModel two = CompiledModel.open(model(arithmetic), 2);
                LogitsPredictor oneThread = one.newPredictor();
                LogitsPredictor twoThreads = two.newPredictor()) {
            for (int batch = 0; batch < 5; batch++) {
                List<long[]> texts = IntStream.range(0, 1 + random.nextInt(8))
                        .mapToObj(i -> drawn(random))
                        .toList();
                float[][] together = oneThread.predict(texts);
                float[][] togetherOnTwo = twoThreads.predict(texts);
                for (int i = 0; i < texts.size(); i++) {
                    float[] alone = twoThreads.predict(List.of(texts.get(i)))[0];
                    assertThat(together[i]).as("%d tokens", texts.get(i).length).containsExactly(alone);
                    assertThat(togetherOnTwo[i]).containsExactly(alone);
                    assertThat(oneThread.predict(List.of(texts.get(i)))[0]).containsExactly(alone);
                }
            }
        }
    }

    /** What is left over at the end of a vector is added up in an order of its own: no length may show it. */
    @ParameterizedTest
    @EnumSource
    void aTextOfAnyLengthHasTheSameLogitsBesideALongerOne(Arithmetic arithmetic) {
        Random random = new Random(4);
        long[] longest = random.longs(200, 0, SHIPPED.config().vocabularySize()).toArray();
        try (CompiledModel model = CompiledModel.open(model(arithmetic), 2);
                LogitsPredictor predictor = model.newPredictor()) {
            for (int length = 2; length <= 70; length++) {
                long[] text = random.longs(length, 0, SHIPPED.config().vocabularySize())
                        .toArray();
                assertThat(predictor.predict(List.of(longest, text))[1])
                        .as("%d tokens", length)
                        .containsExactly(predictor.predict(List.of(text))[0]);
            }
        }
    }

    private static Path model(Arithmetic arithmetic) {
        return Objects.requireNonNull(MODELS.get(arithmetic));
    }

    private static long[] drawn(Random random) {
        int length = random.nextInt(5) == 0 ? 2 + random.nextInt(150) : 2 + random.nextInt(38);
        return random.longs(length, 0, SHIPPED.config().vocabularySize()).toArray();
    }

    @Test
    void float32GivesWhatTheNetworkOfTheTrainingGives() {
        List<long[]> texts = texts();
        List<EmotionScores> trained = trained(texts);
        List<EmotionScores> served = served(Arithmetic.FP32, texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(distance(trained.get(i), served.get(i))).isLessThan(1e-4);
        }
    }

    @Test
    void wholeNumbersGiveTheSameLabelsAndNearlyTheSameProbabilities() {
        List<long[]> texts = texts();
        List<EmotionScores> exact = served(Arithmetic.FP32, texts);
        List<EmotionScores> served = served(Arithmetic.INT8, texts);

        double sum = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (lead(exact.get(i)) > CLEAR) {
                assertThat(served.get(i).top())
                        .as(FeelingTexts.ALL.get(i))
                        .isEqualTo(exact.get(i).top());
            }
            assertThat(distance(exact.get(i), served.get(i)))
                    .as(FeelingTexts.ALL.get(i))
                    .isLessThan(CLEAR);
            sum += distance(exact.get(i), served.get(i));
        }
        assertThat(sum / texts.size()).isCloseTo(0, within(0.025));
    }

    @ParameterizedTest
    @EnumSource
    void longTextsAreReadAsTheNetworkOfTheTrainingReadsThem(Arithmetic arithmetic) {
        List<long[]> texts = IntStream.of(60, 128, 200, 512)
                .mapToObj(CompiledCheckpointTests::feelingFor)
                .toList();

        List<EmotionScores> trained = trained(texts);
        List<EmotionScores> served = served(arithmetic, texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(distance(trained.get(i), served.get(i)))
                    .as("%d tokens", texts.get(i).length)
                    .isLessThan(arithmetic == Arithmetic.FP32 ? 1e-3 : CLEAR);
        }
    }

    /** Texts one after the other, as many tokens as asked for. */
    private static long[] feelingFor(int tokens) {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(SHIPPED.tokenizerJson())) {
            String all = String.join(" ", Collections.nCopies(20, String.join(" ", FeelingTexts.ALL)));
            return tokenizer.encode(all, tokens);
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightsOfFullPrecisionAreCompiledToo(Arithmetic arithmetic) throws IOException {
        Checkpoint tiny = TinyCheckpoint.in(folder.resolve("tiny-" + arithmetic.label()));
        Path target = Files.createDirectory(folder.resolve("tiny-compiled-" + arithmetic.label()));
        CheckpointCompiler.compile(tiny, arithmetic, target);
        long[] ids = {2, 5, 6, 7, 13, 3};

        try (Weights weights = tiny.openWeights();
                DistilBertModel network = DistilBertModel.load(tiny.config(), weights, DropoutRates.NONE);
                LogitsPredictor exact = network.newPredictor();
                CompiledModel model = CompiledModel.open(target.resolve(GraphWriter.MODEL), 1);
                LogitsPredictor served = model.newPredictor()) {
            assertThat(served.predict(List.of(ids))[0])
                    .containsExactly(
                            exact.predict(List.of(ids))[0], within(arithmetic == Arithmetic.FP32 ? 1e-4f : 0.3f));
        }
    }

    private static List<long[]> texts() {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(SHIPPED.tokenizerJson())) {
            return FeelingTexts.ALL.stream().map(tokenizer::encode).toList();
        }
    }

    private static List<EmotionScores> trained(List<long[]> texts) {
        try (Weights weights = SHIPPED.openWeights();
                DistilBertModel model = DistilBertModel.load(SHIPPED.config(), weights, DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            return scores(predictor.predict(texts));
        }
    }

    private static List<EmotionScores> served(Arithmetic arithmetic, List<long[]> texts) {
        try (CompiledModel model = CompiledModel.open(model(arithmetic), 1);
                LogitsPredictor predictor = model.newPredictor()) {
            return scores(predictor.predict(texts));
        }
    }

    private static List<EmotionScores> scores(float[][] logits) {
        List<EmotionScores> scores = new ArrayList<>();
        for (float[] row : logits) {
            scores.add(EmotionScores.ofLogits(row));
        }
        return scores;
    }

    private static double lead(EmotionScores scores) {
        List<Double> descending = scores.probabilities().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        return descending.get(0) - descending.get(1);
    }

    private static double distance(EmotionScores one, EmotionScores other) {
        return Emotion.inOrder().stream()
                .mapToDouble(emotion -> Math.abs(one.of(emotion) - other.of(emotion)))
                .max()
                .orElseThrow();
    }
}
