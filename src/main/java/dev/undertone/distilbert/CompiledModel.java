package dev.undertone.distilbert;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled network in native memory, from which any number of predictors can be made; they may run at the same time.
 */
public final class CompiledModel implements AutoCloseable {

    private final Model model;

    private CompiledModel(Model model) {
        this.model = model;
    }

    /**
     * Opens a network that is not opened a second time.
     *
     * @param file an ONNX model that {@code dev.undertone.compilation} wrote
     * @param threads how many work on one forward pass, the caller's among them; the logits are the same with any
     */
    public static CompiledModel open(Path file, int threads) {
        return open(file, threads, Optional.empty());
    }

    /**
     * Opens a network.
     *
     * @param constants of the same network, which outlive the model
     */
    public static CompiledModel open(Path file, int threads, NamedConstants constants) {
        return open(file, threads, Optional.of(constants));
    }

    private static CompiledModel open(Path file, int threads, Optional<NamedConstants> constants) {
        Model model = OnnxEngine.engine().newModel("model", Device.cpu());
        try (SessionOptions options = options(threads)) {
            if (constants.isPresent()) {
                constants.get().addTo(options);
            }
            model.load(file.getParent(), file.getFileName().toString(), Map.of("sessionOptions", options));
            return new CompiledModel(model);
        } catch (IOException e) {
            model.close();
            throw new UncheckedIOException("the compiled network " + file + " cannot be read", e);
        } catch (MalformedModelException | OrtException e) {
            model.close();
            throw new IllegalArgumentException("the compiled network " + file + " cannot be run: " + e.getMessage(), e);
        }
    }

    /** Sets ONNX Runtime up as for a compiled network, for whoever uses it otherwise in the same process. */
    public static void prepareEngine() {
        OnnxEngine.engine();
    }

    /** Name and version of each framework below a compiled network. */
    public static Map<String, String> versions() {
        prepareEngine();
        return Map.of(
                "Deep Java Library",
                Engine.getDjlVersion(),
                "ONNX Runtime",
                OrtEnvironment.getEnvironment().getVersion());
    }

    private static SessionOptions options(int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setInterOpNumThreads(1);
        options.setIntraOpNumThreads(threads);
        // Threads wait for each other spinning within a pass, and stop as soon as it ends.
        options.addConfigEntry("session.force_spinning_stop", "1");
        // Plans of memory are kept for each combination of shapes; here nearly every batch has its own.
        options.setMemoryPatternOptimization(false);
        return options;
    }

    /** Makes a predictor; each thread needs its own. */
    public LogitsPredictor newPredictor() {
        return new LogitsPredictor(model.newPredictor(new PackedBatchTranslator()));
    }

    @Override
    public void close() {
        model.close();
    }
}
