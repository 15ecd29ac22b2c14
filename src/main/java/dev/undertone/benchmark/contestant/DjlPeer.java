package dev.undertone.benchmark.contestant;

import dev.undertone.distilbert.peer.DjlText;
import dev.undertone.distilbert.peer.DjlText.Texts;
import dev.undertone.modelstore.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** DJL's own translator and predictor, which take texts; one predictor for each caller. */
public final class DjlPeer implements Contestant {

    private final DjlText model;
    private final Queue<Texts> idle = new ConcurrentLinkedQueue<>();
    private int batch = 1;

    /**
     * Loads a checkpoint.
     *
     * @param folder an empty folder for its files
     */
    public DjlPeer(Checkpoint checkpoint, Path folder, int cores) {
        try {
            this.model = DjlText.open(checkpoint, Files.createDirectories(folder), cores);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made", e);
        }
    }

    @Override
    public String system() {
        return "djl-default";
    }

    @Override
    public void forward(Sample sample) {
        read(List.of(sample));
    }

    @Override
    public void answer(Sample sample, int callers) {
        read(List.of(sample));
    }

    @Override
    public void answerAll(List<Sample> samples) {
        Batches.of(samples, batch).forEach(this::read);
    }

    @Override
    public void settle(List<Sample> samples) {
        batch = List.of(1, 8).stream()
                .min(Comparator.comparingLong(size -> nanos(size, samples)))
                .orElseThrow();
    }

    private long nanos(int size, List<Sample> samples) {
        Batches.of(samples, size).forEach(this::read);
        long start = System.nanoTime();
        Batches.of(samples, size).forEach(this::read);
        return System.nanoTime() - start;
    }

    private void read(List<Sample> samples) {
        Texts predictor = idle.poll();
        if (predictor == null) {
            predictor = model.newPredictor();
        }
        predictor.read(samples.stream().map(Sample::text).toList());
        idle.add(predictor);
    }

    @Override
    public void close() {
        idle.forEach(Texts::close);
        model.close();
    }
}
