package dev.undertone.distilbert.peer;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.undertone.distilbert.CompiledModel;
import dev.undertone.distilbert.TokenBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** ONNX Runtime by its own Java interface, with a graph as exporters write it; safe for use by many threads. */
public final class PlainOnnx implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;

    private PlainOnnx(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Opens a graph with the inputs {@code input_ids} and {@code attention_mask} and the output {@code logits}.
     *
     * @param threads how many work on one forward pass
     * @throws PeerFailed if the file cannot be run
     */
    public static PlainOnnx open(Path file, int threads) {
        CompiledModel.prepareEngine();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.setInterOpNumThreads(1);
            options.setIntraOpNumThreads(threads);
            return new PlainOnnx(environment, environment.createSession(file.toString(), options));
        } catch (OrtException e) {
            throw new PeerFailed("ONNX Runtime cannot run " + file, e);
        }
    }

    /**
     * Runs one batch, padded to its longest text.
     *
     * @param batch token ids of each text with start and end marks; not empty
     * @return logits of shape (batch, labels)
     */
    public float[][] predict(List<long[]> batch) {
        TokenBatch.Padded padded = TokenBatch.pad(batch);
        try (OnnxTensor inputIds = OnnxTensor.createTensor(environment, padded.ids(), padded.shape());
                OnnxTensor attention = OnnxTensor.createTensor(environment, padded.mask(), padded.shape());
                Result result = session.run(Map.of("input_ids", inputIds, "attention_mask", attention))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new PeerFailed("ONNX Runtime could not run a batch", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new PeerFailed("ONNX Runtime could not close its session", e);
        }
    }
}
