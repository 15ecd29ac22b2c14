package dev.undertone.training.calibration;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Asks a checkpoint for its logits, before anything makes probabilities of them. */
public final class Logits {

    private static final int BATCH = 32;

    private Logits() {}

    /** The logits of every text, in order; a text that is too long keeps its first tokens. */
    public static List<float[]> of(Checkpoint checkpoint, List<String> texts) {
        int longest = checkpoint.config().maxPositions();
        float[][] all = new float[texts.size()][];
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
                Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE);
                LogitsPredictor predictor = model.newPredictor()) {
            List<long[]> ids =
                    texts.stream().map(text -> tokenizer.encode(text, longest)).toList();
            List<Integer> byLength = IntStream.range(0, texts.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(text -> ids.get(text).length))
                    .toList();
            for (int start = 0; start < byLength.size(); start += BATCH) {
                List<Integer> batch = byLength.subList(start, Math.min(byLength.size(), start + BATCH));
                float[][] logits =
                        predictor.predict(batch.stream().map(ids::get).toList());
                for (int row = 0; row < batch.size(); row++) {
                    all[batch.get(row)] = logits[row];
                }
            }
        }
        return Arrays.asList(all);
    }
}
