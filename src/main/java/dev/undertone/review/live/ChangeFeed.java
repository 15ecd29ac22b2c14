package dev.undertone.review.live;

import dev.undertone.review.ReviewSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for changes at short intervals, once for all who listen, and only while somebody does. */
@Component
public class ChangeFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ItemChanges changes;
    private final ReviewSettings settings;
    private final List<Consumer<Changes>> listeners = new CopyOnWriteArrayList<>();

    private volatile @Nullable ScheduledExecutorService clockwork;
    private long position;
    private boolean looking;
    private boolean troubled;

    ChangeFeed(ItemChanges changes, ReviewSettings settings) {
        this.changes = changes;
        this.settings = settings;
    }

    /** Tells this one of every change from now on; whoever needs those before asks {@link ItemChanges} for them. */
    public synchronized void add(Consumer<Changes> listener) {
        if (!looking) {
            position = changes.position();
            looking = true;
        }
        listeners.add(listener);
    }

    /** Tells it no more. */
    public void remove(Consumer<Changes> listener) {
        listeners.remove(listener);
    }

    private synchronized void look() {
        if (listeners.isEmpty()) {
            looking = false;
            return;
        }
        try {
            Changes found = changes.since(position);
            position = found.position();
            if (!found.none()) {
                listeners.forEach(listener -> listener.accept(found));
            }
            troubled = false;
        } catch (RuntimeException trouble) {
            // The next look may find the database there again; one line for each time it goes is enough.
            if (!troubled) {
                LOG.warn("Pages are told of no changes at the moment", trouble);
            }
            troubled = true;
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "review-changes");
            thread.setDaemon(true);
            return thread;
        });
        long millis = settings.live().look().toMillis();
        ScheduledFuture<?> unused = started.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        clockwork = started;
    }

    /** Waits instead of interrupting, since H2 closes its file when a thread is interrupted in it. */
    @Override
    public void stop() {
        ScheduledExecutorService running = clockwork;
        if (running == null) {
            return;
        }
        clockwork = null;
        running.shutdown();
        try {
            if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The look for changes did not come to an end; the service stops without it");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return clockwork != null;
    }
}
