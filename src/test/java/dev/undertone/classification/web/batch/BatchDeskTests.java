package dev.undertone.classification.web.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.classification.Classification;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.ServedModel;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.textfile.TextRow.GoodRow;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BatchDeskTests {

    private static final BatchSettings SETTINGS = new BatchSettings(
            DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 100, 2, Duration.ofHours(1), 1, 4, Duration.ofMinutes(1));

    private static final List<GoodRow> ROWS = List.of(new GoodRow(1, "so happy today", Optional.empty()));

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final CountDownLatch open = new CountDownLatch(1);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final BatchDesk desk = new BatchDesk(new Gated(open), SETTINGS, clock, length -> {});

    @AfterEach
    void close() {
        open.countDown();
        desk.close();
    }

    @Test
    void noMoreJobsThanPlacesAreTakenOn() {
        takeOn();
        takeOn();
        assertThatThrownBy(this::takeOn).isInstanceOf(BatchDeskFull.class).hasMessageContaining("2 batches");
    }

    @Test
    void theOldestFinishedJobMakesRoom() {
        BatchId first = takeOn();
        BatchId second = takeOn();
        desk.cancel(second);
        BatchId third = takeOn();
        assertThat(desk.find(second)).isEmpty();
        assertThat(desk.find(first)).isPresent();
        assertThat(desk.find(third)).isPresent();
    }

    @Test
    void aFinishedJobIsForgottenAfterItsTimeAndNotBefore() {
        BatchId id = takeOn();
        open.countDown();
        Awaitility.await().until(() -> desk.find(id).orElseThrow().isOver());
        now.set(Instant.EPOCH.plus(SETTINGS.keep()));
        assertThat(desk.find(id)).isPresent();
        now.set(Instant.EPOCH.plus(SETTINGS.keep()).plusMillis(1));
        assertThat(desk.find(id)).isEmpty();
    }

    @Test
    void aRunningJobIsNeverTooOld() {
        BatchId id = takeOn();
        now.set(Instant.EPOCH.plus(SETTINGS.keep().multipliedBy(9)));
        assertThat(desk.find(id)).isPresent();
    }

    @Test
    void aForgottenJobIsGoneAtOnce() {
        BatchId id = takeOn();
        desk.forget(id);
        assertThat(desk.find(id)).isEmpty();
    }

    @Test
    void aForgottenJobThatNeverHadItsTurnLeavesTheMemory() {
        takeOn();
        List<WeakReference<GoodRow>> rows = new ArrayList<>();
        desk.forget(takeOn(rows));
        awaitNoneOf(rows);
    }

    @Test
    void aCancelledJobThatNeverHadItsTurnLeavesTheMemoryWhenItMakesRoom() {
        takeOn();
        List<WeakReference<GoodRow>> rows = new ArrayList<>();
        desk.cancel(takeOn(rows));
        takeOn();
        awaitNoneOf(rows);
    }

    private BatchId takeOn(List<WeakReference<GoodRow>> watched) {
        GoodRow row = new GoodRow(1, "so happy today", Optional.empty());
        watched.add(new WeakReference<>(row));
        return desk.takeOn("test", List.of(row), List.of());
    }

    private static void awaitNoneOf(List<WeakReference<GoodRow>> rows) {
        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(rows).hasSize(1).allSatisfy(row -> assertThat(row.get()).isNull());
        });
    }

    @Test
    void aJobThatEndsInAnErrorIsOver() {
        open.countDown();
        try (BatchDesk exhausted = new BatchDesk(new Exhausted(), SETTINGS, clock, length -> {})) {
            BatchId id = exhausted.takeOn("test", ROWS, List.of());
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(exhausted.find(id).orElseThrow().state()).isEqualTo(BatchState.GAVE_UP));
        }
    }

    @Test
    void idsAreLongAndNeverTheSame() {
        assertThat(takeOn().value()).hasSize(32).isNotEqualTo(takeOn().value());
    }

    private BatchId takeOn() {
        return desk.takeOn("test", ROWS, List.of());
    }

    /** Has no room for an answer. */
    private static final class Exhausted implements EmotionClassifier {

        @Override
        public ServedModel model() {
            return new KeywordClassifier().model();
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            throw new StackOverflowError("as if");
        }
    }

    /** Answers only once the gate is open. */
    private record Gated(CountDownLatch gate, KeywordClassifier inner) implements EmotionClassifier {

        Gated(CountDownLatch gate) {
            this(gate, new KeywordClassifier());
        }

        @Override
        public ServedModel model() {
            return inner.model();
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            try {
                gate.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return inner.classify(texts, explanation);
        }
    }
}
