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

/**
 * DJL's own translator and predictor, which take texts; one predictor for each caller. Many texts are read one after
 * the other, as its examples do, or in batches of texts of about the same length, which DJL leaves to whoever uses it.
 */
public final class DjlPeer implements Contestant {

    private final String system;
    private final List<Integer> sizes;
    private final DjlText model;
    private final Queue<Texts> idle = new ConcurrentLinkedQueue<>();
    private int batch = 1;

    private DjlPeer(String system, List<Integer> sizes, DjlText model) {
        this.system = system;
        this.sizes = sizes;
        this.model = model;
    }

    /**
     * Loads a checkpoint to read a text at a time.
     *
     * @param folder an empty folder for its files
     */
    public static DjlPeer byDefault(Checkpoint checkpoint, Path folder, int cores) {
        return new DjlPeer("djl-default", List.of(1), open(checkpoint, folder, cores));
    }

    /**
     * Loads a checkpoint to read many texts in batches of the size that is fastest here.
     *
     * @param folder an empty folder for its files
     */
    public static DjlPeer inBatches(Checkpoint checkpoint, Path folder, int cores) {
        return new DjlPeer("djl-batches", List.of(1, 8, 16), open(checkpoint, folder, cores));
    }

    private static DjlText open(Checkpoint checkpoint, Path folder, int cores) {
        try {
            return DjlText.open(checkpoint, Files.createDirectories(folder), cores);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made", e);
        }
    }

    @Override
    public String system() {
        return system;
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
        batch = sizes.stream()
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
