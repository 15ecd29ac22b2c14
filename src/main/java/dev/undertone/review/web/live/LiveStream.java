package dev.undertone.review.web.live;

import dev.undertone.audit.Actor;
import dev.undertone.review.live.Changes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Whoever reads too slowly is let go: the page opens another stream and is told what it missed. */
final class LiveStream implements Consumer<Changes> {

    private static final int WAITING = 32;

    private final SseEmitter emitter;
    private final Actor reader;
    private final Executor senders;
    private final Consumer<LiveStream> whenOver;
    private final Deque<SseEmitter.SseEventBuilder> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    LiveStream(SseEmitter emitter, Actor reader, Executor senders, Consumer<LiveStream> whenOver) {
        this.emitter = emitter;
        this.reader = reader;
        this.senders = senders;
        this.whenOver = whenOver;
        emitter.onCompletion(() -> whenOver.accept(this));
    }

    /** Whose page it is. */
    Actor reader() {
        return reader;
    }

    @Override
    public void accept(Changes changes) {
        offer(SseEmitter.event()
                .id(Long.toString(changes.position()))
                .name("items")
                .data(ChangesBody.of(changes, reader), MediaType.APPLICATION_JSON));
    }

    /** Keeps proxies from closing it, and finds out whether the page is still there. */
    void heartbeat() {
        offer(SseEmitter.event().comment("still here"));
    }

    void offer(SseEmitter.SseEventBuilder event) {
        boolean tooSlow;
        synchronized (waiting) {
            tooSlow = waiting.size() >= WAITING;
            if (closed || tooSlow) {
                waiting.clear();
            } else {
                waiting.add(event);
                if (!sending) {
                    sending = true;
                    senders.execute(this::send);
                }
            }
        }
        if (tooSlow) {
            close();
        }
    }

    private void send() {
        for (SseEmitter.SseEventBuilder event = next(); event != null; event = next()) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException gone) {
                // The container tells of it, and the stream is taken away.
                closeQuietly();
            }
        }
    }

    private SseEmitter.@Nullable SseEventBuilder next() {
        synchronized (waiting) {
            SseEmitter.SseEventBuilder event = closed ? null : waiting.poll();
            sending = event != null;
            return event;
        }
    }

    private void closeQuietly() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
        }
    }

    /** Ends it; the page opens another if it still may. */
    void close() {
        closeQuietly();
        // The emitter tells of its end only once an answer has begun.
        whenOver.accept(this);
        emitter.complete();
    }
}
