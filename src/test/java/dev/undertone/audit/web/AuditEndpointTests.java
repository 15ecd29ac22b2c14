package dev.undertone.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.AuditTrail;
import dev.undertone.audit.Change;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints behind the doors; who may pass the doors is tested where the doors are. */
final class AuditEndpointTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired WebApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired WebApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final MockMvcTester http;
        private final AuditTrail trail;
        private final AuditHistory history;
        private final JdbcTemplate jdbc;
        private final MovableClock clock;
        private final TransactionTemplate transaction;

        Cases(WebApplicationContext context) {
            http = MockMvcTester.from(context);
            trail = context.getBean(AuditTrail.class);
            history = context.getBean(AuditHistory.class);
            jdbc = context.getBean(JdbcTemplate.class);
            clock = context.getBean(MovableClock.class);
            transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        }

        /** Seven entries, a minute apart, by two people, on three things, the first of them at nine o'clock. */
        @BeforeEach
        void someEntries() {
            for (int i = 1; i <= 7; i++) {
                Actor by = new Actor(Actor.Kind.PERSON, "id-" + i % 2, i % 2 == 0 ? "Anna" : "Bert", Optional.empty());
                Change change = new Change(
                        i < 4 ? "thing.made" : "thing.changed",
                        "thing",
                        "t" + i % 3,
                        Map.of(),
                        Map.of("n", Integer.toString(i)),
                        Optional.of("tiny"),
                        Optional.empty());
                transaction.executeWithoutResult(status -> trail.append(by, change));
                clock.advance(Duration.ofMinutes(1));
            }
        }

        @Test
        void anEntrySaysWhoDidWhatWhenAndWithWhichModel() {
            JsonNode entry = get("/api/v1/audit?limit=1").get("items").get(0);

            assertThat(entry.get("sequence").longValue()).isEqualTo(7);
            assertThat(entry.get("at").stringValue()).isEqualTo("2026-01-05T09:06:00Z");
            assertThat(entry.get("actor").toString())
                    .isEqualTo("{\"kind\":\"PERSON\",\"id\":\"id-1\",\"name\":\"Bert\",\"address\":null}");
            assertThat(entry.get("action").stringValue()).isEqualTo("thing.changed");
            assertThat(entry.get("subject").toString()).isEqualTo("{\"type\":\"thing\",\"id\":\"t1\"}");
            assertThat(entry.get("before").toString()).isEqualTo("{}");
            assertThat(entry.get("after").toString()).isEqualTo("{\"n\":\"7\"}");
            assertThat(entry.get("checkpoint").stringValue()).isEqualTo("tiny");
            assertThat(entry.get("policyVersion").isNull()).isTrue();
            assertThat(entry.get("previousHash").stringValue()).hasSize(64);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        ``                                               | 7 6 5 4 3 2 1
                        subjectType=thing&subjectId=t1                   | 7 4 1
                        subjectType=other                                | ``
                        actor=id-0                                       | 6 4 2
                        actor=Anna                                       | 6 4 2
                        action=thing.made                                | 3 2 1
                        since=2026-01-05T09:04:00Z                       | 7 6 5
                        until=2026-01-05T09:04:00Z                       | 4 3 2 1
                        since=2026-01-05T09:01:00Z&until=2026-01-05T09:03:00Z | 3 2
                        action=thing.changed&actor=Bert&subjectId=t1     | 7
                        subjectId=t1%00                                  | ``
                        since=%2B1000000000-12-31T23:59:59Z              | ``
                        since=-1000000000-01-01T00:00:00Z&action=thing.made | 3 2 1
                        """)
        void filtersNarrowTheList(String query, String expected) {
            assertThat(String.join(" ", sequences(get("/api/v1/audit?" + query))))
                    .isEqualTo(expected);
        }

        @Test
        void pagesMeetWithoutGapOrRepetitionThoughEntriesAreAdded() {
            List<String> seen = new ArrayList<>();
            JsonNode page = get("/api/v1/audit?limit=3");
            seen.addAll(sequences(page));
            someEntries();
            while (!page.get("next").isNull()) {
                page = get("/api/v1/audit?limit=3&after=" + page.get("next").stringValue());
                seen.addAll(sequences(page));
            }

            assertThat(seen).containsExactly("7", "6", "5", "4", "3", "2", "1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?after=nonsense",
                    "?after=YQ",
                    "?limit=0",
                    "?limit=x",
                    "?since=yesterday",
                    "/verify?count=1",
                    "/verify?count=x&hash=y",
                    "/verify?count=-1&hash=0000000000000000000000000000000000000000000000000000000000000000",
                    "/verify?count=1&hash=DROP"
                })
        void whatCannotBeAskedIsRefusedInOneLine(String query) {
            MvcTestResult answer = http.get().uri("/api/v1/audit" + query).exchange();

            assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
            assertThat(answer).bodyJson().extractingPath("$.detail").asString().doesNotContain("\n", "Exception");
        }

        @Test
        void theCheckAgreesWithTheExportedHead() {
            JsonNode head = get("/api/v1/audit/head");
            String exported =
                    "?count=" + head.get("count") + "&hash=" + head.get("hash").stringValue();

            JsonNode check = get("/api/v1/audit/verify" + exported);

            assertThat(check.toString())
                    .isEqualTo("{\"holds\":true,\"entries\":7,\"head\":" + head + ",\"firstBroken\":null}");
        }

        @Test
        void theCheckNamesTheFirstBrokenEntry() {
            jdbc.update("update audit_head set entries = 8");

            JsonNode check = get("/api/v1/audit/verify");

            assertThat(check.get("holds").booleanValue()).isFalse();
            assertThat(check.get("firstBroken").get("sequence").longValue()).isEqualTo(8);
            assertThat(check.get("firstBroken").get("kind").stringValue()).isEqualTo("CUT");
            assertThat(check.get("firstBroken").get("detail").stringValue()).startsWith("audit entry 8: ");
        }

        @Test
        void theHistoryOfOneThingIsInOrder() {
            assertThat(history.of("thing", "t1"))
                    .extracting(AuditEntry::sequence)
                    .containsExactly(1L, 4L, 7L);
            assertThat(history.of("thing", "t1").get(0).change().after()).isEqualTo(Map.of("n", "1"));
            assertThat(history.of("other", "t1")).isEmpty();
        }

        private JsonNode get(String uri) {
            MvcTestResult answer = http.get().uri(URI.create(uri)).exchange();
            assertThat(answer).hasStatusOk();
            return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
        }

        private static List<String> sequences(JsonNode page) {
            return page.get("items")
                    .valueStream()
                    .map(item -> item.get("sequence").toString())
                    .toList();
        }
    }
}
