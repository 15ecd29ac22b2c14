package dev.undertone.benchmark.contestant;

import dev.undertone.distilbert.peer.DjlText;
import dev.undertone.distilbert.peer.DjlText.Texts;
import dev.undertone.modelstore.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * DJL's own translator and predictor, which take texts; one predictor for each caller. Many texts are read one after
 * the other, as its examples do, or in batches of texts of about the same length, which DJL leaves to whoever uses it.
 */
public final class DjlPeer implements Contestant {

    private final String system;
    private final List<Setting> settings;
    private final DjlText model;
    private final Crew crew;
    private final Queue<Texts> idle = new ConcurrentLinkedQueue<>();
    private Setting best;

    private DjlPeer(String system, List<Setting> settings, DjlText model, int cores) {
        this.system = system;
        this.settings = settings;
        this.model = model;
        this.crew = new Crew(cores);
        this.best = settings.get(0);
    }

    /**
     * Loads a checkpoint to read a text at a time.
     *
     * @param folder an empty folder for its files
     */
    public static DjlPeer byDefault(Checkpoint checkpoint, Path folder, int cores) {
        return new DjlPeer("djl-default", List.of(new Setting(false, 1)), open(checkpoint, folder, cores), cores);
    }

    /**
     * Loads a checkpoint to read many texts in the way that is fastest here.
     *
     * @param folder an empty folder for its files
     */
    public static DjlPeer inBatches(Checkpoint checkpoint, Path folder, int cores) {
        return new DjlPeer(
                "djl-batches",
                List.of(
                        new Setting(false, 1),
                        new Setting(false, 8),
                        new Setting(false, 16),
                        new Setting(false, 32),
                        new Setting(true, 1),
                        new Setting(true, 8)),
                open(checkpoint, folder, cores),
                cores);
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
        run(best, samples);
    }

    @Override
    public boolean onlyForMany() {
        return settings.size() > 1;
    }

    @Override
    public void settle(List<Sample> samples) {
        best = Trials.fastest(settings, setting -> run(setting, samples));
    }

    private void run(Setting setting, List<Sample> samples) {
        List<List<Sample>> batches = Batches.of(samples, setting.texts());
        if (setting.aCoreEach()) {
            crew.work(batches, this::read);
        } else {
            batches.forEach(this::read);
        }
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
        crew.close();
        idle.forEach(Texts::close);
        model.close();
    }

    /**
     * How many texts are read at once, and by whom.
     *
     * @param aCoreEach whether as many predictors as there are cores read at the same time, instead of one
     * @param texts in one pass
     */
    private record Setting(boolean aCoreEach, int texts) {}
}
