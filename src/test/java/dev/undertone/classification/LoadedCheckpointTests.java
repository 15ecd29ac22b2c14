package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.modelstore.Checkpoint;
import dev.undertone.modelstore.CheckpointRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a checkpoint that could not be loaded. */
final class LoadedCheckpointTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"calibration.json", "lexicon.txt"})
    void whatIsRefusedLeavesNoThreadBehind(String file) throws Exception {
        Checkpoint checkpoint = TinyCheckpoint.in(folder.resolve("one"));
        Files.writeString(folder.resolve("one").resolve(file), "not what it should be");
        ThreadGroup loading = new ThreadGroup("loading");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread loader = new Thread(loading, () -> failure.set(catchThrowable(() -> load(checkpoint))));
        loader.start();
        loader.join();

        assertThat(failure.get()).isInstanceOf(CheckpointRefused.class).hasMessageContaining(file);
        assertThat(loading.activeCount()).isZero();
    }

    private void load(Checkpoint checkpoint) throws IOException {
        LoadedCheckpoint.load(checkpoint, SmallSettings.in(folder)).close();
    }
}
