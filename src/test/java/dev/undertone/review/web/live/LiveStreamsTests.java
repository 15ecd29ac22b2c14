package dev.undertone.review.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.review.ReviewSettings;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;

/** There are only so many streams, and none outlives what it belongs to. */
@OnH2
class LiveStreamsTests {

    @Autowired
    LiveStreams streams;

    @Autowired
    ReviewSettings settings;

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

    private static Actor person(String name) {
        return new Actor(Actor.Kind.PERSON, "id-of-" + name, name, Optional.of("127.0.0.1"));
    }
}
