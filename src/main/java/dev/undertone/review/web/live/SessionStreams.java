package dev.undertone.review.web.live;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.WebUtils;

/** The streams of one session, which end with it. */
final class SessionStreams implements HttpSessionBindingListener {

    private static final String NAME = SessionStreams.class.getName();

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();

    private SessionStreams() {}

    static SessionStreams of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            return in(session).orElseGet(() -> {
                SessionStreams made = new SessionStreams();
                session.setAttribute(NAME, made);
                return made;
            });
        }
    }

    private static Optional<SessionStreams> in(HttpSession session) {
        return Optional.ofNullable(session.getAttribute(NAME))
                .filter(SessionStreams.class::isInstance)
                .map(SessionStreams.class::cast);
    }

    static void remove(HttpSession session, LiveStream stream) {
        try {
            in(session).ifPresent(kept -> kept.streams.remove(stream));
        } catch (IllegalStateException over) {
            // The session has ended, and all its streams with it.
        }
    }

    void add(LiveStream stream) {
        streams.add(stream);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent ended) {
        streams.forEach(LiveStream::close);
    }
}
