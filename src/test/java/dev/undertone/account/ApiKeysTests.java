package dev.undertone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.audit.Actor;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.paging.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ApiKeysTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApiKeys keys, @Autowired MovableClock clock, @Autowired JdbcClient database) {
            super(keys, clock, database);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApiKeys keys, @Autowired MovableClock clock, @Autowired JdbcClient database) {
            super(keys, clock, database);
        }
    }

    abstract static class Cases {

        private static final Actor BY = Actor.commandLine();

        private final ApiKeys keys;
        private final MovableClock clock;
        private final JdbcClient database;

        Cases(ApiKeys keys, MovableClock clock, JdbcClient database) {
            this.keys = keys;
            this.clock = clock;
            this.database = database;
        }

        @Test
        void aKeySaysWhatItIsAndHas256RandomBits() {
            assertThat(keys.create("forum", Set.of(Scope.SUBMIT), BY)).matches("ut_[A-Za-z0-9_-]{43}");
        }

        @Test
        void onlyTheHashIsKept() {
            String key = keys.create("forum", Set.of(Scope.SUBMIT), BY);
            var rows = database.sql("select * from api_key").query().listOfRows();
            assertThat(rows.toString()).contains(Secrets.hashOf(key)).doesNotContain(key, key.substring(3));
        }

        @Test
        void aKeyIsRecognisedWithItsScopes() {
            String key = keys.create("forum", Set.of(Scope.SUBMIT, Scope.READ), BY);
            ApiKeyDetails forum = keys.recognise(key).orElseThrow();
            assertThat(forum.name()).isEqualTo("forum");
            assertThat(forum.scopes()).containsExactly(Scope.SUBMIT, Scope.READ);
            assertThat(forum.createdBy()).isEqualTo("command line");
        }

        @Test
        void whatIsNoKeyIsNotRecognised() {
            String key = keys.create("forum", Set.of(Scope.SUBMIT), BY);
            assertThat(keys.recognise(key + "x")).isEmpty();
            assertThat(keys.recognise(key.substring(3))).isEmpty();
            assertThat(keys.recognise("")).isEmpty();
        }

        @Test
        void aRevokedKeyIsNoLongerRecognisedAndKeepsItsName() {
            String key = keys.create("forum", Set.of(Scope.SUBMIT), BY);
            ApiKeyDetails forum = keys.named("Forum").orElseThrow();
            assertThat(keys.revoke(forum.id(), BY).revokedAt()).contains(clock.instant());
            assertThat(keys.recognise(key)).isEmpty();
            assertThatExceptionOfType(NameTaken.class)
                    .isThrownBy(() -> keys.create("forum", Set.of(Scope.READ), BY))
                    .withMessage("There is already an API key named \"forum\"; choose another name.");
        }

        @Test
        void revokingAgainLeavesTheFirstTime() {
            keys.create("forum", Set.of(Scope.SUBMIT), BY);
            ApiKeyDetails forum = keys.named("forum").orElseThrow();
            Instant first = keys.revoke(forum.id(), BY).revokedAt().orElseThrow();
            clock.advance(Duration.ofDays(1));
            assertThat(keys.revoke(forum.id(), BY).revokedAt()).contains(first);
        }

        @Test
        void theLastUseIsKnownToTheHour() {
            String key = keys.create("forum", Set.of(Scope.SUBMIT), BY);
            assertThat(keys.named("forum").orElseThrow().lastUsedAt()).isEmpty();
            clock.advance(Duration.ofMinutes(59));
            keys.recognise(key);
            assertThat(keys.named("forum").orElseThrow().lastUsedAt()).contains(Instant.parse("2026-01-05T09:00:00Z"));
            clock.advance(Duration.ofMinutes(1));
            keys.recognise(key);
            assertThat(keys.named("forum").orElseThrow().lastUsedAt()).contains(Instant.parse("2026-01-05T10:00:00Z"));
        }

        @Test
        void noKeyIsUsedBeforeItIsMade() {
            clock.advance(Duration.ofMinutes(30));
            String key = keys.create("forum", Set.of(Scope.SUBMIT), BY);
            clock.advance(Duration.ofMinutes(5));
            keys.recognise(key);
            ApiKeyDetails forum = keys.named("forum").orElseThrow();
            assertThat(forum.lastUsedAt()).contains(forum.createdAt());
        }

        @Test
        void aKeyNeedsAScope() {
            assertThatExceptionOfType(NotAcceptable.class)
                    .isThrownBy(() -> keys.create("forum", Set.of(), BY))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("scopes"));
        }

        @Test
        void theListHoldsRevokedOnesToo() {
            keys.create("one", Set.of(Scope.READ), BY);
            keys.create("two", Set.of(Scope.READ), BY);
            keys.revoke(keys.named("one").orElseThrow().id(), BY);
            assertThat(keys.list(new Limit(2), null).items())
                    .extracting(ApiKeyDetails::name)
                    .containsExactlyInAnyOrder("one", "two");
        }
    }
}
