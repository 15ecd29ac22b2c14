package dev.undertone.classification.web.batch;

import dev.undertone.classification.EmotionClassifier;
import dev.undertone.textfile.TextRow.BadRow;
import dev.undertone.textfile.TextRow.GoodRow;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batches on, has them worked through and keeps them for a while; bounded in number and in age. */
final class BatchDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchDesk.class);

    private final BatchSettings settings;
    private final Clock clock;
    private final BatchRun run;
    private final ThreadPoolExecutor workers;
    private final SecureRandom random = new SecureRandom();
    private final Map<BatchId, BatchJob> jobs = new LinkedHashMap<>();

    BatchDesk(EmotionClassifier classifier, BatchSettings settings, Clock clock, Pause pause) {
        this.settings = settings;
        this.clock = clock;
        this.run = new BatchRun(classifier, settings, clock, pause);
        this.workers = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new Thread(task, "batch"));
    }

    /**
     * Takes a batch on.
     *
     * @throws BatchDeskFull if there is no room even without the oldest finished one
     */
    synchronized BatchId takeOn(String name, List<GoodRow> rows, List<BadRow> bad) {
        forgetExpired();
        if (jobs.size() >= settings.maxJobs()) {
            jobs.values().stream()
                    .filter(BatchJob::isOver)
                    .min(Comparator.comparing(BatchJob::lastChange))
                    .ifPresent(oldest -> jobs.remove(oldest.id()));
        }
        if (jobs.size() >= settings.maxJobs()) {
            throw new BatchDeskFull(jobs.size());
        }
        BatchJob job = new BatchJob(BatchId.random(random), name, rows, bad, clock.instant());
        jobs.put(job.id(), job);
        workers.execute(new Turn(this, job));
        return job.id();
    }

    /** Looks at a job; empty if there is none of this id, or none any more. */
    synchronized Optional<BatchJob.Snapshot> find(BatchId id) {
        forgetExpired();
        return Optional.ofNullable(jobs.get(id)).map(BatchJob::snapshot);
    }

    /** Ends a job where it stands; what was scored stays, and nobody waits for the turn of its rows any more. */
    synchronized void cancel(BatchId id) {
        Optional.ofNullable(jobs.get(id)).ifPresent(job -> {
            job.end(BatchState.CANCELLED, clock.instant());
            workers.remove(new Turn(this, job));
        });
    }

    /** Forgets a job and everything in it at once. */
    synchronized void forget(BatchId id) {
        cancel(id);
        jobs.remove(id);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private void forgetExpired() {
        jobs.values().removeIf(job -> job.isExpired(clock.instant(), settings.keep()));
    }

    private void work(BatchJob job) {
        try {
            run.run(job);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            LOG.error("A batch ended early", failure);
            job.end(BatchState.GAVE_UP, clock.instant());
        }
    }

    /** A job that waits for a worker; equal to any other of the same job, so that it can be called off. */
    private record Turn(BatchDesk desk, BatchJob job) implements Runnable {
        @Override
        public void run() {
            desk.work(job);
        }
    }
}
