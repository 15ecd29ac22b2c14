package dev.undertone.moderation.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The one thread that works on files, from the start of the service to its end; it stops between two chunks. */
final class FileBackground implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FileBackground.class);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FileWorker worker;
    private final FileHousekeeping housekeeping;
    private final Duration poll;
    private final boolean runJobs;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private Instant tidyNext = Instant.MIN;
    private volatile boolean running;
    private volatile CountDownLatch ended = new CountDownLatch(0);

    FileBackground(FileWorker worker, FileHousekeeping housekeeping, Duration poll, boolean runJobs, Clock clock) {
        this.worker = worker;
        this.housekeeping = housekeeping;
        this.poll = poll;
        this.runJobs = runJobs;
        this.clock = clock;
    }

    /** There is a new file. */
    void wake() {
        news.release();
    }

    /**
     * Asked when the service starts, and not a condition on the bean, which the build of the jar would have settled.
     */
    @Override
    public boolean isAutoStartup() {
        return runJobs;
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        Thread thread = new Thread(this, "file-intake");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits instead of interrupting, since H2 closes its file when a thread is interrupted in it. */
    @Override
    public void stop() {
        running = false;
        wake();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The file intake did not come to a stop; it goes on where it was at the next start");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void run() {
        try {
            while (running) {
                round();
                if (news.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void round() {
        try {
            worker.workOff(() -> running);
            Instant now = clock.instant();
            if (running && !now.isBefore(tidyNext)) {
                tidyNext = now.plus(TIDY_EVERY);
                housekeeping.tidy();
            }
        } catch (RuntimeException | Error away) {
            // The database or the memory, most likely; the next round will see. Nobody else would take the files up.
            LOG.warn("The file intake could not go on for the moment", away);
        }
    }
}
