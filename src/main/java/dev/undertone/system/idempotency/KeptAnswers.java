package dev.undertone.system.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which requests with a key have been worked on, and what they were answered with. */
class KeptAnswers {

    private static final int ATTEMPTS = 5;
    private static final int SALT_BYTES = 16;

    private final JdbcClient database;
    private final IdempotencySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptAnswers(JdbcClient database, IdempotencySettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Finds out what a request is, and makes it ours if it is the first.
     *
     * @param line method, path and type of the request
     * @param body of the request
     */
    Claim claim(IdempotencyKey key, String line, byte[] body) {
        String keyHash = key.hash();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Row> found = find(keyHash);
            Optional<Claim> claim =
                    found.isPresent() ? judge(keyHash, found.get(), line, body) : begin(keyHash, line, body);
            if (claim.isPresent()) {
                return claim.get();
            }
        }
        // Others of the same key come and go faster than we can look.
        return new Claim.Running();
    }

    private Optional<Claim> judge(String keyHash, Row row, String line, byte[] body) {
        OffsetDateTime now = now();
        if (!row.expiresAt.isAfter(now)) {
            forget(keyHash, row.attempt);
            return Optional.empty();
        }
        if (!row.requestHash.equals(requestHash(row.salt, line, body))) {
            return Optional.of(new Claim.AnotherRequest());
        }
        if (row.answer.isPresent()) {
            return Optional.of(new Claim.Answered(row.answer.get()));
        }
        if (row.answeredInSecret) {
            return Optional.of(new Claim.AnsweredInSecret());
        }
        if (!row.leasedUntil.isAfter(now)) {
            forget(keyHash, row.attempt);
            return Optional.empty();
        }
        return Optional.of(new Claim.Running());
    }

    private Optional<Claim> begin(String keyHash, String line, byte[] body) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String salted = HexFormat.of().formatHex(salt);
        UUID attempt = UUID.randomUUID();
        OffsetDateTime now = now();
        try {
            database.sql("""
                            insert into idempotent_request
                                (key_hash, salt, request_hash, attempt, leased_until, expires_at)
                            values (:key, :salt, :request, :attempt, :leased, :expires)
                            """)
                    .param("key", keyHash)
                    .param("salt", salted)
                    .param("request", requestHash(salted, line, body))
                    .param("attempt", attempt)
                    .param("leased", now.plus(settings.lease()))
                    .param("expires", now.plus(settings.keepFor()))
                    .update();
            return Optional.of(new Claim.Ours(keyHash, attempt));
        } catch (DataIntegrityViolationException | ConcurrencyFailureException another) {
            return Optional.empty();
        }
    }

    /** Goes on working on requests that take longer than a lease, so that nobody else begins with them. */
    void renew(Collection<Claim.Ours> claims) {
        for (Claim.Ours claim : claims) {
            database.sql("""
                            update idempotent_request set leased_until = :leased
                            where key_hash = :key and attempt = :attempt
                            """)
                    .param("leased", now().plus(settings.lease()))
                    .param("key", claim.keyHash())
                    .param("attempt", claim.attempt())
                    .update();
        }
    }

    /** Keeps what a request was answered with, if nobody has taken it over. */
    void keep(Claim.Ours claim, Answer answer, boolean secret) {
        database.sql("""
                        update idempotent_request
                        set status = :status, content_type = :type, location = :location, body = :body,
                            about = :about
                        where key_hash = :key and attempt = :attempt
                        """)
                .param("status", answer.status())
                .param("type", answer.contentType().orElse(null), Types.VARCHAR)
                .param("location", answer.location().orElse(null), Types.VARCHAR)
                .param("body", secret ? null : Packed.pack(answer.body()), Types.BINARY)
                .param("about", Mentions.in(answer).asColumn().orElse(null), Types.VARCHAR)
                .param("key", claim.keyHash())
                .param("attempt", claim.attempt())
                .update();
    }

    /** Forgets a request that came to nothing, so that it can be sent again. */
    void release(Claim.Ours claim) {
        forget(claim.keyHash(), claim.attempt());
    }

    private void forget(String keyHash, UUID attempt) {
        database.sql("delete from idempotent_request where key_hash = :key and attempt = :attempt")
                .param("key", keyHash)
                .param("attempt", attempt)
                .update();
    }

    /** Forgets what has been kept for long enough. */
    int forgetOld() {
        return database.sql("delete from idempotent_request where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private Optional<Row> find(String keyHash) {
        return database.sql("select * from idempotent_request where key_hash = :key")
                .param("key", keyHash)
                .query((row, number) -> Row.of(row))
                .optional();
    }

    private static String requestHash(String salt, String line, byte[] body) {
        return Hashes.sha256(salt.getBytes(StandardCharsets.US_ASCII), line.getBytes(StandardCharsets.UTF_8), body);
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private record Row(
            String salt,
            String requestHash,
            UUID attempt,
            OffsetDateTime leasedUntil,
            OffsetDateTime expiresAt,
            Optional<Answer> answer,
            boolean answeredInSecret) {

        static Row of(ResultSet row) throws SQLException {
            int status = row.getInt("status");
            boolean answered = !row.wasNull();
            byte @Nullable [] body = row.getBytes("body");
            return new Row(
                    row.getString("salt"),
                    row.getString("request_hash"),
                    row.getObject("attempt", UUID.class),
                    row.getObject("leased_until", OffsetDateTime.class),
                    row.getObject("expires_at", OffsetDateTime.class),
                    answered && body != null
                            ? Optional.of(new Answer(
                                    status,
                                    Optional.ofNullable(row.getString("content_type")),
                                    Optional.ofNullable(row.getString("location")),
                                    Packed.unpack(body)))
                            : Optional.empty(),
                    answered && body == null);
        }
    }
}
