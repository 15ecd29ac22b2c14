package dev.undertone.demonstration;

import dev.undertone.demonstration.DemonstrationRun.Step;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The one thread that brings made-up submissions in; goes on after a restart where it was. */
public final class DemonstrationBackground implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationBackground.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final DemonstrationRun run;
    private final Semaphore news = new Semaphore(1);
    private volatile boolean running;
    private volatile CountDownLatch ended = new CountDownLatch(0);

    DemonstrationBackground(DemonstrationRun run) {
        this.run = run;
    }

    /** There is something to do. */
    public void wake() {
        news.release();
    }

    @Override
    public void start() {
        running = true;
        ended = new CountDownLatch(1);
        Thread thread = new Thread(this, "demonstration");
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
                LOG.warn("The demo data did not come to a stop; they go on at the next start");
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
                news.acquire();
                news.drainPermits();
                workOff();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void workOff() throws InterruptedException {
        while (running) {
            Step step = step();
            if (step == Step.NOTHING_TO_DO) {
                return;
            }
            if (step == Step.WAITS && news.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        }
    }

    private Step step() {
        try {
            return run.step();
        } catch (RuntimeException away) {
            // The database, most likely; the next attempt will see.
            LOG.warn("The demo data could not go on for the moment", away);
            return Step.WAITS;
        }
    }
}
