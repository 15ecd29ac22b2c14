package dev.undertone.classification.serving;

import dev.undertone.distilbert.CompiledModel;
import dev.undertone.distilbert.LogitsPredictor;
import dev.undertone.distilbert.NamedConstants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A compiled network, opened once with a thread for each pass and once with all cores for one pass: under load the
 * first gives more texts a second, when idle the second answers sooner.
 */
final class CompiledNetwork implements Network {

    private final NamedConstants constants;
    private final List<CompiledModel> models = new ArrayList<>();
    private final List<LogitsPredictor> oneCore;
    private final List<LogitsPredictor> allCores;

    CompiledNetwork(Path file, int workers) {
        this.constants = NamedConstants.of(file);
        try {
            this.oneCore = predictors(file, 1, workers);
            this.allCores = workers == 1 ? oneCore : predictors(file, workers, workers);
        } catch (RuntimeException | Error e) {
            models.forEach(CompiledModel::close);
            constants.close();
            throw e;
        }
    }

    private List<LogitsPredictor> predictors(Path file, int threads, int workers) {
        CompiledModel model = CompiledModel.open(file, threads, constants);
        models.add(model);
        return IntStream.range(0, workers).mapToObj(i -> model.newPredictor()).toList();
    }

    @Override
    public float[][] run(int worker, List<long[]> texts, boolean all) {
        return (all ? allCores : oneCore).get(worker).predict(texts);
    }

    @Override
    public void close() {
        oneCore.forEach(LogitsPredictor::close);
        allCores.forEach(LogitsPredictor::close);
        models.forEach(CompiledModel::close);
        constants.close();
    }
}
