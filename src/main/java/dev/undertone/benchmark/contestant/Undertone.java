package dev.undertone.benchmark.contestant;

import dev.undertone.classification.ClassificationSettings;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.classification.PooledClassifier;
import dev.undertone.compilation.CompiledNetworks;
import dev.undertone.distilbert.CompiledModel;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.modelstore.Checkpoint;
import java.util.List;

/** Ours, as it serves: with everything that is done to a text before and after the network. */
public final class Undertone implements Contestant {

    private final String system;
    private final CompiledModel network;
    private final LogitsPredictor predictor;
    private final PooledClassifier classifier;
    private final EmotionClassifier bulk;

    /**
     * Loads a checkpoint.
     *
     * @param settings with no cache, or texts that come again would cost nothing
     * @param cores threads of a forward pass that is alone
     */
    public Undertone(Checkpoint checkpoint, ClassificationSettings settings, int cores) {
        this.system = "undertone-" + settings.precision().arithmetic().label();
        this.network = CompiledModel.open(
                new CompiledNetworks(settings.compiled())
                        .modelOf(checkpoint, settings.precision().arithmetic()),
                cores);
        this.predictor = network.newPredictor();
        this.classifier = new PooledClassifier(checkpoint, settings);
        this.bulk = classifier.forBulk();
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public void forward(Sample sample) {
        predictor.predict(List.of(sample.ids()));
    }

    @Override
    public void answer(Sample sample, int callers) {
        classifier.classify(List.of(sample.text()), Explanation.NONE);
    }

    @Override
    public void answerAll(List<Sample> samples) {
        bulk.classify(samples.stream().map(Sample::text).toList(), Explanation.NONE);
    }

    @Override
    public void close() {
        classifier.close();
        predictor.close();
        network.close();
    }
}
