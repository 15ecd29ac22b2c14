package dev.undertone.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.distilbert.TinyCheckpoint;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.modelstore.CheckpointId;
import dev.undertone.modelstore.CheckpointRefused;
import dev.undertone.modelstore.ModelStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changing the checkpoint that answers while it does. */
@Timeout(120)
final class ActiveClassifierTests {

    private static final CheckpointId ONE = new CheckpointId("one");
    private static final CheckpointId OTHER = new CheckpointId("other");
    private static final String TEXT = "i feel so happy today";

    @TempDir
    private Path folder;

    private ModelStore store;
    private ActiveClassifier classifier;

    @BeforeEach
    void serveOne() {
        TinyCheckpoint.in(folder.resolve("one"), 11);
        TinyCheckpoint.in(folder.resolve("other"), 12);
        store = new ModelStore(folder);
        store.activate(ONE);
        classifier = new ActiveClassifier(store, SmallSettings.in(folder));
        while (classifier.obstacle().isPresent()) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void free() {
        classifier.close();
    }

    @Test
    void noCallFailsWhileCheckpointsChangeAndEachSaysWhichOneRead() throws Exception {
        Map<CheckpointId, EmotionScores> expected = new HashMap<>(Map.of(ONE, scoresOfOne()));
        classifier.serve(OTHER, ActiveClassifierTests::nothingFirst);
        expected.put(OTHER, scoresOfOne());
        assertThat(expected.get(ONE)).isNotEqualTo(expected.get(OTHER));

        ExecutorService callers = Executors.newFixedThreadPool(4);
        AtomicBoolean enough = new AtomicBoolean();
        Semaphore calls = new Semaphore(0);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                running.add(callers.submit(() -> {
                    while (!enough.get()) {
                        Classification read = classifier
                                .classify(List.of(TEXT), Explanation.NONE)
                                .get(0);
                        assertThat(read.scores())
                                .isEqualTo(expected.get(read.model().checkpoint()));
                        calls.release();
                    }
                }));
            }
            for (int change = 0; change < 12; change++) {
                calls.acquire(20);
                classifier.serve(change % 2 == 0 ? ONE : OTHER, ActiveClassifierTests::nothingFirst);
            }
            enough.set(true);
            for (Future<?> call : running) {
                call.get();
            }
        } finally {
            enough.set(true);
            callers.shutdown();
        }
    }

    @Test
    void aCheckpointThatCannotBeUsedLeavesTheOneBeforeAnswering() throws IOException {
        Path weights = folder.resolve("other/model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);

        assertThatThrownBy(() -> classifier.serve(OTHER, ActiveClassifierTests::nothingFirst))
                .isInstanceOf(CheckpointRefused.class)
                .hasMessageContaining("model.safetensors");

        assertThat(classifier.model().checkpoint()).isEqualTo(ONE);
        assertThat(scoresOfOne()).isNotNull();
    }

    @Test
    void whatHasToSucceedFirstStopsTheChangeWhenItFails() {
        assertThatThrownBy(() -> classifier.serve(OTHER, () -> {
                    throw new IllegalStateException("not taken down");
                }))
                .hasMessage("not taken down");

        assertThat(classifier.model().checkpoint()).isEqualTo(ONE);
    }

    @Test
    void bulkWorkIsBegunAnewByTheCheckpointThatTakesOver() throws Exception {
        List<String> many =
                IntStream.range(0, 20_000).mapToObj(i -> i + " so happy today").toList();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            Future<List<Classification>> bulk = other.submit(() -> {
                begun.countDown();
                return classifier.forBulk().classify(many, Explanation.NONE);
            });
            begun.await();

            classifier.serve(OTHER, () -> IntStream.range(0, 20).forEach(i -> scoresOfOne()));

            assertThat(bulk.isDone()).isFalse();
            assertThat(bulk.get())
                    .hasSize(20_000)
                    .allSatisfy(read -> assertThat(read.model().checkpoint()).isEqualTo(OTHER));
        } finally {
            other.shutdown();
        }
    }

    @Test
    void oneChangeAtATime() {
        classifier.serve(
                OTHER,
                () -> assertThatThrownBy(() -> changeOnAnotherThread())
                        .hasCauseInstanceOf(CheckpointSwitch.SwitchInProgress.class));

        assertThat(classifier.model().checkpoint()).isEqualTo(OTHER);
    }

    private void changeOnAnotherThread() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            other.submit(() -> classifier.serve(ONE, ActiveClassifierTests::nothingFirst))
                    .get();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void aServiceWithoutACheckpointTakesTheFirstThatIsActivated() {
        ModelStore empty = new ModelStore(folder.resolve("elsewhere"));
        try (ActiveClassifier without = new ActiveClassifier(empty, SmallSettings.in(folder))) {
            while (without.obstacle().equals(java.util.Optional.of("the model is still being loaded"))) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> without.classify(List.of(TEXT), Explanation.NONE))
                    .isInstanceOf(ClassifierUnavailable.class);
            TinyCheckpoint.in(folder.resolve("elsewhere/one"), 11);

            without.serve(ONE, ActiveClassifierTests::nothingFirst);

            assertThat(without.obstacle()).isEmpty();
            assertThat(without.classify(List.of(TEXT), Explanation.NONE)).hasSize(1);
        }
    }

    @Test
    void afterAnErrorNobodyIsToldToGoOnWaiting() throws InterruptedException {
        Path tooMuch = (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Path.class}, (path, method, arguments) -> {
                    throw new OutOfMemoryError("no room for the weights");
                });
        CountDownLatch loaded = new CountDownLatch(1);
        try (ActiveClassifier without = new ActiveClassifier(new ModelStore(tooMuch), SmallSettings.in(folder))) {
            without.whenLoaded(loaded::countDown);
            loaded.await();

            assertThat(without.obstacle())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("there is no model to read with"));
        }
    }

    private EmotionScores scoresOfOne() {
        return classifier.classify(List.of(TEXT), Explanation.NONE).get(0).scores();
    }

    private static void nothingFirst() {}
}
