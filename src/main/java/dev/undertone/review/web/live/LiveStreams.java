package dev.undertone.review.web.live;

import dev.undertone.audit.Actor;
import dev.undertone.review.ReviewSettings;
import dev.undertone.review.live.ChangeFeed;
import dev.undertone.review.live.ItemChanges;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All open streams: so many and no more, none longer than its time, and none left when the service stops. */
@Component
class LiveStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    private static final int SENDERS = 4;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long RECONNECT_MILLIS = 1000;

    private final ChangeFeed feed;
    private final ItemChanges changes;
    private final ReviewSettings.Live settings;
    private final Map<LiveStream, AtomicInteger> heartbeats = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService senders;
    private volatile @Nullable ScheduledExecutorService heart;

    LiveStreams(ChangeFeed feed, ItemChanges changes, ReviewSettings settings) {
        this.feed = feed;
        this.changes = changes;
        this.settings = settings.live();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Opens a stream that first tells what has happened since a position; empty if there are enough. */
    synchronized Optional<SseEmitter> open(Actor reader, long since, HttpSession session) {
        long theirs = heartbeats.keySet().stream()
                .filter(stream -> stream.reader().id().equals(reader.id()))
                .count();
        ExecutorService running = senders;
        if (running == null || heartbeats.size() >= settings.streams() || theirs >= settings.streamsPerPerson()) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(0L);
        LiveStream stream = new LiveStream(emitter, reader, running, over -> gone(over, session));
        heartbeats.put(stream, new AtomicInteger());
        try {
            begin(stream, since, session);
        } catch (RuntimeException away) {
            stream.close();
            throw away;
        }
        return Optional.of(emitter);
    }

    /** Reads what has happened only once the feed knows the stream, so that nothing in between is missed. */
    private void begin(LiveStream stream, long since, HttpSession session) {
        feed.add(stream);
        SessionStreams.of(session).add(stream);
        stream.offer(SseEmitter.event().reconnectTime(RECONNECT_MILLIS).comment("here"));
        stream.accept(changes.since(since));
    }

    /** How many there are. */
    int count() {
        return heartbeats.size();
    }

    private void gone(LiveStream stream, HttpSession session) {
        feed.remove(stream);
        heartbeats.remove(stream);
        SessionStreams.remove(session, stream);
    }

    void beat() {
        long most = Math.max(1, settings.lifetime().toSeconds() / HEARTBEAT_SECONDS);
        heartbeats.forEach((stream, beats) -> {
            try {
                if (beats.incrementAndGet() > most) {
                    stream.close();
                } else {
                    stream.heartbeat();
                }
            } catch (RuntimeException trouble) {
                // It must not cost the others theirs, and a beat that throws would be the last.
                LOG.warn("A stream could be neither kept alive nor ended", trouble);
            }
        });
    }

    @Override
    public void start() {
        senders = Executors.newFixedThreadPool(SENDERS, named("review-stream"));
        ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(named("review-heartbeat"));
        ScheduledFuture<?> unused =
                beating.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        heart = beating;
    }

    /** Comes before the web server waits for its requests to end, as these would not by themselves. */
    @Override
    public synchronized void stop() {
        ExecutorService sending = senders;
        ScheduledExecutorService beating = heart;
        senders = null;
        heart = null;
        if (beating != null) {
            beating.shutdownNow();
        }
        heartbeats.keySet().forEach(LiveStream::close);
        if (sending != null) {
            sending.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return senders != null;
    }
}
