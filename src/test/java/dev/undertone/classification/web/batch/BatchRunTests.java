package dev.undertone.classification.web.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.Classification;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.ServedModel;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BatchRunTests {

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final BatchSettings SETTINGS = new BatchSettings(
            DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 100, 2, Duration.ofHours(1), 1, 4, Duration.ofMinutes(1));

    private final KeywordClassifier classifier = new KeywordClassifier();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void everyRowIsScoredInOrderAndInChunks() throws InterruptedException {
        BatchJob job = job(10);
        run(classifier, job);
        assertThat(job.snapshot().state()).isEqualTo(BatchState.DONE);
        assertThat(job.snapshot().scored())
                .extracting(BatchRow::line)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(classifier.batches()).containsExactly(4, 4, 2);
    }

    @Test
    void anUnavailableModelIsTriedAgainWithLongerAndLongerPauses() throws InterruptedException {
        classifier.refuse(3);
        BatchJob job = job(2);
        run(classifier, job);
        assertThat(job.snapshot().state()).isEqualTo(BatchState.DONE);
        assertThat(job.snapshot().scored()).hasSize(2);
        assertThat(pauses).containsExactly(Duration.ofMillis(1500), Duration.ofSeconds(3), Duration.ofSeconds(6));
    }

    @Test
    void aModelThatStaysAwayEndsTheJobWithWhatItHas() throws InterruptedException {
        BatchJob job = job(6);
        run(new AwayAfter(classifier, 1), job);
        assertThat(job.snapshot().state()).isEqualTo(BatchState.GAVE_UP);
        assertThat(job.snapshot().scored()).hasSize(4);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(SETTINGS.patience());
    }

    @Test
    void theRowThatBreaksTheModelIsSetAsideAndItsNeighboursAreScored() throws InterruptedException {
        BatchJob job = job(6);
        run(new BreaksOn(classifier, "row number 3"), job);
        assertThat(job.snapshot().state()).isEqualTo(BatchState.DONE);
        assertThat(job.snapshot().scored()).extracting(BatchRow::line).containsExactly(1L, 2L, 4L, 5L, 6L);
        assertThat(job.snapshot().bad()).containsExactly(new BadRow(3, "the model could not read this text"));
    }

    @Test
    void aCancelledJobKeepsWhatWasScoredAndStops() throws InterruptedException {
        BatchJob job = job(10);
        EmotionClassifier cancels = new Wrapped(classifier) {
            @Override
            public List<Classification> classify(List<String> texts, Explanation explanation) {
                job.end(BatchState.CANCELLED, Instant.EPOCH);
                return super.classify(texts, explanation);
            }
        };
        run(cancels, job);
        assertThat(job.snapshot().state()).isEqualTo(BatchState.CANCELLED);
        assertThat(job.snapshot().scored()).hasSize(4);
    }

    private void run(EmotionClassifier with, BatchJob job) throws InterruptedException {
        new BatchRun(with, SETTINGS, CLOCK, pauses::add).run(job);
    }

    private static BatchJob job(int rows) {
        List<GoodRow> good = IntStream.rangeClosed(1, rows)
                .mapToObj(i -> new GoodRow(i, "row number " + i, Optional.empty()))
                .toList();
        return new BatchJob(new BatchId("0".repeat(32)), "test", good, List.of(), Instant.EPOCH);
    }

    private static class Wrapped implements EmotionClassifier {
        private final EmotionClassifier inner;

        Wrapped(EmotionClassifier inner) {
            this.inner = inner;
        }

        @Override
        public ServedModel model() {
            return inner.model();
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            return inner.classify(texts, explanation);
        }
    }

    private static final class AwayAfter extends Wrapped {
        private final KeywordClassifier keywords;
        private int left;

        AwayAfter(KeywordClassifier keywords, int calls) {
            super(keywords);
            this.keywords = keywords;
            this.left = calls;
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            if (left-- <= 0) {
                keywords.refuse(1);
            }
            return super.classify(texts, explanation);
        }
    }

    private static final class BreaksOn extends Wrapped {
        private final String text;

        BreaksOn(EmotionClassifier inner, String text) {
            super(inner);
            this.text = text;
        }

        @Override
        public List<Classification> classify(List<String> texts, Explanation explanation) {
            if (texts.contains(text)) {
                throw new IllegalStateException("nonsense came out");
            }
            return super.classify(texts, explanation);
        }
    }
}
