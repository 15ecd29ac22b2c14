package dev.undertone.benchmark.contestant;

import dev.undertone.compilation.Arithmetic;
import dev.undertone.compilation.PlainNetwork;
import dev.undertone.distilbert.WordPieceTokenizer;
import dev.undertone.distilbert.peer.PlainOnnx;
import dev.undertone.modelstore.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * ONNX Runtime's Java interface with the graph that exporters write, at the setting that is fastest here. Like the
 * others it is given texts, which our tokenizer cuts for it; only a forward pass alone begins with tokens.
 */
public final class OnnxRuntimePeer implements Contestant {

    private final String system;
    private final PlainOnnx wide;
    private final PlainOnnx narrow;
    private final Crew crew;
    /** Callers run their own passes; more at once than there are cores would only take turns. */
    private final Semaphore narrowPasses;

    private final WordPieceTokenizer tokenizer;
    private Setting best = new Setting(false, 1);

    /**
     * Writes the graph and opens it twice: all cores on one pass, and one core a pass.
     *
     * @param folder an empty folder for the graph
     */
    public OnnxRuntimePeer(Checkpoint checkpoint, Arithmetic arithmetic, Path folder, int cores) {
        this.system = "ort-" + arithmetic.label();
        Path graph = graph(checkpoint, arithmetic, folder);
        this.wide = PlainOnnx.open(graph, cores);
        this.narrow = PlainOnnx.open(graph, 1);
        this.crew = new Crew(cores);
        this.narrowPasses = new Semaphore(cores, true);
        this.tokenizer = new WordPieceTokenizer(checkpoint.tokenizerJson());
    }

    private static Path graph(Checkpoint checkpoint, Arithmetic arithmetic, Path folder) {
        try {
            return PlainNetwork.write(checkpoint, arithmetic, Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the graph cannot be written to " + folder, e);
        }
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public void forward(Sample sample) {
        wide.predict(List.of(sample.ids()));
    }

    @Override
    public void answer(Sample sample, int callers) {
        if (callers == 1) {
            predict(wide, List.of(sample));
            return;
        }
        narrowPasses.acquireUninterruptibly();
        try {
            predict(narrow, List.of(sample));
        } finally {
            narrowPasses.release();
        }
    }

    @Override
    public void answerAll(List<Sample> samples) {
        run(best, samples);
    }

    @Override
    public void settle(List<Sample> samples) {
        best = Trials.fastest(
                List.of(
                        new Setting(false, 1),
                        new Setting(false, 8),
                        new Setting(false, 16),
                        new Setting(false, 32),
                        new Setting(true, 1),
                        new Setting(true, 8),
                        new Setting(true, 32)),
                setting -> run(setting, samples));
    }

    private void run(Setting setting, List<Sample> samples) {
        List<List<Sample>> batches = Batches.of(samples, setting.texts());
        if (setting.allCores()) {
            batches.forEach(batch -> predict(wide, batch));
        } else {
            crew.work(batches, batch -> predict(narrow, batch));
        }
    }

    private void predict(PlainOnnx session, List<Sample> batch) {
        session.predict(batch.stream().map(Sample::text).map(tokenizer::encode).toList());
    }

    @Override
    public void close() {
        crew.close();
        wide.close();
        narrow.close();
        tokenizer.close();
    }

    /**
     * How many texts are read at once, and by whom.
     *
     * @param allCores whether all cores work on one pass, instead of one on each
     * @param texts in one pass
     */
    private record Setting(boolean allCores, int texts) {}
}
