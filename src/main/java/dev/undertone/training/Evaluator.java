package dev.undertone.training;

import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import dev.undertone.training.data.Dataset;
import dev.undertone.training.evaluation.Prediction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Runs many texts through a network, batched by length so that little is padded. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * What a checkpoint reads in every text of a data set, in its order. Texts longer than the network are cut, which
     * the data sets for short texts never meet.
     *
     * @param batchSize texts in one forward pass, at least 1
     */
    public static List<Prediction> predictions(Checkpoint checkpoint, Dataset dataset, int batchSize) {
        try (WordPieceTokenizer tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
                Weights weights = checkpoint.openWeights();
                DistilBertModel model = DistilBertModel.load(checkpoint.config(), weights, DropoutRates.NONE)) {
            int longest = checkpoint.config().maxPositions();
            return predictions(model, EncodedExample.of(dataset, tokenizer, longest), batchSize);
        }
    }

    static List<Prediction> predictions(DistilBertModel model, List<EncodedExample> examples, int batchSize) {
        List<Integer> byLength = IntStream.range(0, examples.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> examples.get(index).tokens()))
                .toList();
        Prediction[] predictions = new Prediction[examples.size()];
        try (LogitsPredictor predictor = model.newPredictor()) {
            for (int start = 0; start < byLength.size(); start += batchSize) {
                List<Integer> batch = byLength.subList(start, Math.min(byLength.size(), start + batchSize));
                float[][] logits = predictor.predict(
                        batch.stream().map(index -> examples.get(index).ids()).toList());
                for (int i = 0; i < batch.size(); i++) {
                    EncodedExample example = examples.get(batch.get(i));
                    predictions[batch.get(i)] = new Prediction(example.example(), EmotionScores.ofLogits(logits[i]));
                }
            }
        }
        return Arrays.asList(predictions);
    }
}
