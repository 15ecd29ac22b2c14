package dev.undertone.review.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.review.ReviewSettings;
import dev.undertone.review.live.ChangeFeed;
import dev.undertone.review.live.ItemChanges;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;

/** There are only so many streams, and none outlives what it belongs to. */
@OnH2
class LiveStreamsTests {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    @Autowired
    LiveStreams streams;

    @Autowired
    ReviewSettings settings;

    @Autowired
    ChangeFeed feed;

    @Autowired
    ItemChanges changes;

    @AfterEach
    void start() {
        streams.stop();
        streams.start();
    }

    @Test
    void onePersonGetsSoManyStreamsAndOthersStillGetTheirs() {
        MockHttpSession session = new MockHttpSession();
        for (int i = 0; i < settings.live().streamsPerPerson(); i++) {
            assertThat(streams.open(person("anna"), 0, session)).isPresent();
        }

        assertThat(streams.open(person("anna"), 0, session)).isEmpty();
        assertThat(streams.open(person("ben"), 0, new MockHttpSession())).isPresent();
    }

    @Test
    void onlySoManyAreOpenInAll() {
        LiveStreams one = started(new ReviewSettings.Live(LOOK, 1, 4, LIFETIME));
        assertThat(one.open(person("anna"), 0, new MockHttpSession())).isPresent();

        assertThat(one.open(person("ben"), 0, new MockHttpSession())).isEmpty();
        one.stop();
    }

    @Test
    void streamsEndWithTheirTimeThoughOneBeforeThemCannot() {
        LiveStreams shortLived = started(new ReviewSettings.Live(LOOK, 4, 4, Duration.ofSeconds(1)));
        shortLived.open(person("anna"), 0, new Unreadable());
        shortLived.open(person("ben"), 0, new Unreadable());

        shortLived.beat();
        assertThat(shortLived.count()).isEqualTo(2);
        shortLived.beat();

        assertThat(shortLived.count()).isZero();
        shortLived.stop();
    }

    @Test
    void aStreamThatCannotBeginTakesNoPlace(@Autowired JdbcClient database) {
        MockHttpSession session = new MockHttpSession();
        database.sql("alter table audit_head rename to audit_head_away").update();
        try {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> streams.open(person("anna"), 0, session));
        } finally {
            database.sql("alter table audit_head_away rename to audit_head").update();
        }
        assertThat(streams.count()).isZero();
    }

    @Test
    void streamsEndWithTheSession() {
        MockHttpSession session = new MockHttpSession();
        streams.open(person("anna"), 0, session);
        streams.open(person("anna"), 0, session);
        streams.open(person("ben"), 0, new MockHttpSession());

        session.invalidate();

        assertThat(streams.count()).isEqualTo(1);
    }

    @Test
    void streamsEndBeforeTheServerWaitsForItsRequests() {
        streams.open(person("anna"), 0, new MockHttpSession());

        streams.stop();

        assertThat(streams.count()).isZero();
        assertThat(streams.open(person("ben"), 0, new MockHttpSession())).isEmpty();
        // Higher phases stop first; the web server begins to wait at this one.
        assertThat(streams.getPhase()).isGreaterThan(Integer.MAX_VALUE - 1024);
    }

    private LiveStreams started(ReviewSettings.Live live) {
        LiveStreams made = new LiveStreams(
                feed,
                changes,
                new ReviewSettings(
                        settings.lease(), settings.targets(), settings.defaultTarget(), settings.undoWindow(), live));
        made.start();
        return made;
    }

    /** A session that something is wrong with when a stream ends. */
    private static final class Unreadable extends MockHttpSession {

        private int reads;

        @Override
        public @Nullable Object getAttribute(String name) {
            if (name.contains("SessionStreams") && ++reads > 1) {
                throw new IllegalArgumentException("unreadable");
            }
            return super.getAttribute(name);
        }
    }

    private static Actor person(String name) {
        return new Actor(Actor.Kind.PERSON, "id-of-" + name, name, Optional.of("127.0.0.1"));
    }
}
