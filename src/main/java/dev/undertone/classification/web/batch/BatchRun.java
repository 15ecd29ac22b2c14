package dev.undertone.classification.web.batch;

import dev.undertone.classification.Classification;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.EmotionClassifier.Explanation;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through a job chunk by chunk; a chunk the model cannot take now is tried again, a row it cannot read is set
 * aside.
 */
final class BatchRun {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 8;

    private final EmotionClassifier classifier;
    private final BatchSettings settings;
    private final Clock clock;
    private final Pause pause;

    BatchRun(EmotionClassifier classifier, BatchSettings settings, Clock clock, Pause pause) {
        this.classifier = classifier.forBulk();
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
    }

    /** Runs the job to its end, whichever that is. */
    void run(BatchJob job) throws InterruptedException {
        List<GoodRow> rows = job.rows();
        for (int start = 0; start < rows.size(); start += settings.chunk()) {
            if (!job.goOn(BatchState.RUNNING, clock.instant())) {
                return;
            }
            score(job, rows.subList(start, Math.min(rows.size(), start + settings.chunk())));
        }
        job.end(BatchState.DONE, clock.instant());
    }

    private void score(BatchJob job, List<GoodRow> chunk) throws InterruptedException {
        try {
            job.add(classified(job, chunk));
        } catch (ClassifierUnavailable stillAway) {
            job.end(BatchState.GAVE_UP, clock.instant());
        } catch (RuntimeException unreadable) {
            if (chunk.size() == 1) {
                // The text itself stays out of the log: it belongs to the visitor.
                LOG.warn(
                        "A batch row of {} characters could not be classified",
                        chunk.get(0).text().length(),
                        unreadable);
                job.addBad(new BadRow(chunk.get(0).line(), "the model could not read this text"));
            } else {
                scoreOneByOne(job, chunk);
            }
        }
    }

    /** One bad text must not take its neighbours with it. */
    private void scoreOneByOne(BatchJob job, List<GoodRow> chunk) throws InterruptedException {
        for (GoodRow row : chunk) {
            if (job.isOver()) {
                return;
            }
            score(job, List.of(row));
        }
    }

    /**
     * Classifies a chunk, and waits for the model as long as patience lasts.
     *
     * @throws ClassifierUnavailable if the model stayed away for longer
     */
    private List<BatchRow> classified(BatchJob job, List<GoodRow> chunk) throws InterruptedException {
        List<String> texts = chunk.stream().map(GoodRow::text).toList();
        Duration waited = Duration.ZERO;
        for (int tries = 0; ; tries++) {
            try {
                return rows(chunk, classifier.classify(texts, Explanation.NONE));
            } catch (ClassifierUnavailable unavailable) {
                Duration next = backoff(unavailable.retryAfter(), tries);
                waited = waited.plus(next);
                if (waited.compareTo(settings.patience()) > 0) {
                    throw unavailable;
                }
                if (!job.goOn(BatchState.WAITING_FOR_MODEL, clock.instant())) {
                    return List.of();
                }
                pause.of(next);
                if (job.isOver()) {
                    return List.of();
                }
            }
        }
    }

    /** What the model asks for, doubled with each try, within bounds. */
    private static Duration backoff(Duration asked, int tries) {
        Duration longer = asked.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        if (longer.compareTo(LONGEST_PAUSE) > 0) {
            return LONGEST_PAUSE;
        }
        return longer.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : longer;
    }

    private static List<BatchRow> rows(List<GoodRow> chunk, List<Classification> classifications) {
        List<BatchRow> rows = new ArrayList<>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            rows.add(new BatchRow(chunk.get(i).line(), chunk.get(i).text(), classifications.get(i)));
        }
        return rows;
    }
}
