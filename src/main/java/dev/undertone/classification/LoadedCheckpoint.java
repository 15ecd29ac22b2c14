package dev.undertone.classification;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.TorchRuntime;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Calibration;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A checkpoint in native memory: cleaned texts in, scores out. */
final class LoadedCheckpoint implements AutoCloseable {

    private final DistilBertModel model;
    private final WordPieceTokenizer tokenizer;
    private final PredictorPool pool;
    private final ForwardPasses passes;
    private final int longest;
    private final Optional<Calibration> calibration;

    private LoadedCheckpoint(
            DistilBertModel model,
            WordPieceTokenizer tokenizer,
            int longest,
            Optional<Calibration> calibration,
            ClassificationSettings settings) {
        int workers = settings.workerThreads();
        this.model = model;
        this.tokenizer = tokenizer;
        this.pool = new PredictorPool(model, workers);
        this.passes = new ForwardPasses(pool, settings.batchTexts(), settings.batchTokens(), 2 * workers);
        this.longest = longest;
        this.calibration = calibration;
    }

    static LoadedCheckpoint load(Checkpoint checkpoint, ClassificationSettings settings) {
        // One thread a pass: under load two workers of one thread beat one of two.
        TorchRuntime.useThreads(1);
        WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
        try (Weights weights = checkpoint.openWeights()) {
            DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE);
            return new LoadedCheckpoint(
                    model, tokenizer, checkpoint.config().maxPositions(), checkpoint.calibration(), settings);
        } catch (RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /**
     * Reads texts, however long.
     *
     * @param texts well-formed UTF-16
     * @return one reading each, in order
     */
    List<Reading> read(List<String> texts) {
        List<long[]> tokens = texts.stream().map(tokenizer::encode).toList();
        List<TokenWindows> cut =
                tokens.stream().map(ids -> TokenWindows.of(ids, longest)).toList();
        float[][] logits = passes.run(
                cut.stream().flatMap(windows -> windows.windows().stream()).toList());
        List<Reading> readings = new ArrayList<>(texts.size());
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            TokenWindows windows = cut.get(i);
            List<float[]> answers = List.of(logits).subList(next, next + windows.count());
            next += windows.count();
            List<EmotionScores> scores = answers.stream().map(this::scores).toList();
            readings.add(new Reading(
                    windows.combine(scores), tokens.get(i).length, windows.count(), doubted(windows, answers)));
        }
        return readings;
    }

    private EmotionScores scores(float[] logits) {
        return calibration.map(one -> one.scores(logits)).orElseGet(() -> EmotionScores.ofLogits(logits));
    }

    private Optional<Boolean> doubted(TokenWindows windows, List<float[]> answers) {
        return calibration.map(one ->
                windows.mean(answers.stream().mapToDouble(one::certaintyOf).toArray()) < one.threshold());
    }

    @Override
    public void close() {
        pool.close();
        model.close();
        tokenizer.close();
    }

    /**
     * What the network read in one text.
     *
     * @param scores a probability for each emotion
     * @param tokens tokens of the whole text, start and end marks included
     * @param windows in how many windows it was read
     * @param doubted whether the checkpoint's calibration calls the answer uncertain; empty if it has none
     */
    record Reading(EmotionScores scores, int tokens, int windows, Optional<Boolean> doubted) {}
}
