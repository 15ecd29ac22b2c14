package dev.undertone.distilbert.peer;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.translator.TextClassificationTranslator;
import ai.djl.inference.Predictor;
import ai.djl.modality.Classifications;
import ai.djl.modality.Classifications.Classification;
import ai.djl.translate.TranslateException;
import dev.undertone.distilbert.DistilBertModel;
import dev.undertone.distilbert.DropoutRates;
import dev.undertone.distilbert.TorchRuntime;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * DJL as its examples show it: its own {@code TextClassificationTranslator} on its PyTorch engine, float32. Its network
 * is our definition for training with the whole last layer, as published networks run it.
 */
public final class DjlText implements AutoCloseable {

    private final DistilBertModel weights;
    private final Model model;
    private final HuggingFaceTokenizer tokenizer;

    private DjlText(DistilBertModel weights, Model model, HuggingFaceTokenizer tokenizer) {
        this.weights = weights;
        this.model = model;
        this.tokenizer = tokenizer;
    }

    /**
     * Loads a checkpoint.
     *
     * @param folder an empty folder that DJL's files go to; it outlives this
     * @param threads how many work on one forward pass
     */
    public static DjlText open(Checkpoint checkpoint, Path folder, int threads) {
        TorchRuntime.useThreads(threads);
        try (Weights stored = checkpoint.openWeights()) {
            DistilBertModel weights = DistilBertModel.load(checkpoint.config(), stored, DropoutRates.NONE);
            Files.copy(checkpoint.folder().resolve("config.json"), folder.resolve("config.json"));
            Files.writeString(folder.resolve("tokenizer.json"), checkpoint.tokenizerJson());
            Model model = Model.newInstance("peer", Device.cpu(), "PyTorch");
            model.setBlock(new LoadedBlock(weights.network()));
            model.save(folder, "peer");
            model.load(folder, "peer");
            return new DjlText(weights, model, HuggingFaceTokenizer.newInstance(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("DJL's files cannot be written to " + folder, e);
        } catch (MalformedModelException e) {
            throw new PeerFailed("DJL cannot load the network", e);
        }
    }

    /** Makes a predictor; each thread needs its own. */
    public Texts newPredictor() {
        return new Texts(model.newPredictor(
                TextClassificationTranslator.builder(tokenizer).build()));
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
        weights.close();
    }

    /** Reads texts; belongs to one thread at a time. */
    public static final class Texts implements AutoCloseable {

        private final Predictor<String, Classifications> predictor;

        private Texts(Predictor<String, Classifications> predictor) {
            this.predictor = predictor;
        }

        /** The probability of each label by its name for each text, all read in one forward pass. */
        public List<Map<String, Double>> read(List<String> texts) {
            try {
                return predictor.batchPredict(texts).stream()
                        .map(answer -> answer.<Classification>items().stream()
                                .collect(
                                        Collectors.toMap(Classification::getClassName, Classification::getProbability)))
                        .toList();
            } catch (TranslateException e) {
                throw new PeerFailed("DJL could not read a text", e);
            }
        }

        @Override
        public void close() {
            predictor.close();
        }
    }
}
