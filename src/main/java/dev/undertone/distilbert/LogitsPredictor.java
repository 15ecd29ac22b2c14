package dev.undertone.distilbert;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.List;

/** Turns token ids into logits; belongs to one thread at a time. */
public final class LogitsPredictor implements AutoCloseable {

    private final Predictor<List<long[]>, float[][]> predictor;

    LogitsPredictor(Predictor<List<long[]>, float[][]> predictor) {
        this.predictor = predictor;
    }

    /**
     * Runs one batch through the network.
     *
     * @param batch token ids of each text with start and end marks, at most the network's positions each; not empty
     * @return logits of shape (batch, labels)
     * @throws InferenceFailed if the engine refuses the batch
     */
    public float[][] predict(List<long[]> batch) {
        try {
            return predictor.predict(batch);
        } catch (TranslateException e) {
            throw new InferenceFailed("the network could not be run: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        predictor.close();
    }

    /** The engine could not run a batch. */
    public static final class InferenceFailed extends RuntimeException {
        InferenceFailed(String fact, Exception cause) {
            super(fact, cause);
        }
    }
}
