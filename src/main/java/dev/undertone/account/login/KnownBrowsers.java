package dev.undertone.account.login;

import dev.undertone.account.Secrets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The browsers in which a person has signed in before. Their attempts are counted apart from those of strangers, so
 * that strangers cannot lock the person out.
 */
@Component
class KnownBrowsers {

    /** Whoever signs in with more loses the one that was quiet longest. */
    static final int PER_PERSON = 20;

    private final JdbcClient database;
    private final Secrets secrets;
    private final Clock clock;

    KnownBrowsers(JdbcClient database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean knows(String token, UUID person) {
        return database.sql("select count(*) from known_browser where token_hash = :hash and person_id = :person")
                        .param("hash", Secrets.hashOf(token))
                        .param("person", person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Makes a browser known. */
    @Transactional
    public String welcome(UUID person) {
        String token = secrets.token();
        database.sql("insert into known_browser (token_hash, person_id, last_used_at) values (:hash, :person, :at)")
                .param("hash", Secrets.hashOf(token))
                .param("person", person)
                .param("at", now())
                .update();
        forgetAllBut(PER_PERSON, person);
        return token;
    }

    void greet(String token) {
        database.sql("update known_browser set last_used_at = :at where token_hash = :hash")
                .param("hash", Secrets.hashOf(token))
                .param("at", now())
                .update();
    }

    private void forgetAllBut(int kept, UUID person) {
        database.sql("""
                        select token_hash from known_browser where person_id = :person
                        order by last_used_at desc, token_hash offset :kept rows
                        """)
                .param("person", person)
                .param("kept", kept)
                .query(String.class)
                .list()
                .forEach(hash -> database.sql("delete from known_browser where token_hash = :hash")
                        .param("hash", hash)
                        .update());
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
