package dev.undertone.system.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Submissions that are sent more than once with a key. */
final class IdempotencyEndpointTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        private static final String PATH = "/api/v1/submissions";
        private static final String BODY =
                "{\"channel\":\"forum\",\"author\":\"zoltan\",\"text\":\"i am furious with you\"}";

        @Autowired
        private MockMvcTester mvc;

        @Autowired
        private JdbcClient database;

        @Autowired
        private MovableClock clock;

        @Autowired
        private KeptAnswers answers;

        private TestKeys keys;

        @BeforeEach
        void makeKeys(@Autowired ApiKeys apiKeys) {
            keys = new TestKeys(apiKeys);
        }

        @Test
        void theSameRequestGetsTheSameAnswerAndIsWorkedOnOnce() throws Exception {
            MvcTestResult first = post("forum", PATH, "key 1", BODY);
            MvcTestResult again = post("forum", PATH, "key 1", BODY);
            assertThat(first).hasStatus(201).doesNotContainHeader(IdempotencyFilter.REPLAYED);
            assertThat(again).hasStatus(201).hasHeader(IdempotencyFilter.REPLAYED, "true");
            assertThat(again.getResponse().getContentAsString())
                    .isEqualTo(first.getResponse().getContentAsString())
                    .contains("conduct");
            assertThat(again).hasContentType(MediaType.APPLICATION_JSON);
            assertThat(again.getResponse().getHeader("Location"))
                    .isNotNull()
                    .isEqualTo(first.getResponse().getHeader("Location"));
            assertThat(stored()).isEqualTo(1);
        }

        @Test
        void aRefusalIsTheSameAgainToo() {
            assertThat(post("forum", PATH, "k", "{\"text\":\" \",\"channel\":\"c\"}"))
                    .hasStatus(422);
            assertThat(post("forum", PATH, "k", "{\"text\":\" \",\"channel\":\"c\"}"))
                    .hasStatus(422)
                    .hasHeader(IdempotencyFilter.REPLAYED, "true")
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains("/text has no readable character");
        }

        @Test
        void anotherBodyWithTheSameKeyIsRefused() {
            post("forum", PATH, "k", BODY);
            assertThat(post("forum", PATH, "k", BODY.replace("furious", "happy")))
                    .hasStatus(422)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains("used for another request");
            assertThat(stored()).isEqualTo(1);
        }

        @Test
        void anotherEndpointWithTheSameKeyIsRefused() {
            post("forum", PATH, "k", BODY);
            assertThat(post("forum", PATH + "/batch", "k", BODY)).hasStatus(422);
        }

        @Test
        void theKeyOfAnotherCallerIsAnotherKey() {
            post("forum", PATH, "k", BODY);
            assertThat(post("chat", PATH, "k", BODY)).hasStatus(201).doesNotContainHeader(IdempotencyFilter.REPLAYED);
            assertThat(stored()).isEqualTo(2);
        }

        @Test
        void twentyEqualRequestsAtOnceAreWorkedOnOnceAndNoneFails() throws Exception {
            List<MvcTestResult> results = atOnce(20, () -> post("forum", PATH, "k", BODY));
            assertThat(results)
                    .allSatisfy(result ->
                            assertThat(result.getResponse().getStatus()).isIn(201, 409));
            assertThat(results)
                    .filteredOn(result -> result.getResponse().getStatus() == 201
                            && !result.getResponse().containsHeader(IdempotencyFilter.REPLAYED))
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(result -> result.getResponse().getStatus() == 409)
                    .allSatisfy(result -> assertThat(result)
                            .hasHeader("Retry-After", "2")
                            .bodyText()
                            .contains("still being processed"));
            assertThat(stored()).isEqualTo(1);
        }

        @Test
        void anAnswerIsKeptForADay() {
            post("forum", PATH, "k", BODY);
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(post("forum", PATH, "k", BODY)).hasHeader(IdempotencyFilter.REPLAYED, "true");
            assertThat(answers.forgetOld()).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(post("forum", PATH, "k", BODY)).doesNotContainHeader(IdempotencyFilter.REPLAYED);
            clock.advance(Duration.ofHours(24));
            assertThat(answers.forgetOld()).isEqualTo(1);
        }

        @Test
        void theAnswerToABatchIsKept() throws Exception {
            StringBuilder many = new StringBuilder("{\"submissions\":[");
            for (int i = 0; i < 1_000; i++) {
                many.append(i == 0 ? "" : ",").append(BODY);
            }
            String batch = many.append("]}").toString();
            MvcTestResult first = post("forum", PATH + "/batch", "k", batch);
            MvcTestResult again = post("forum", PATH + "/batch", "k", batch);
            assertThat(first).hasStatusOk();
            assertThat(again).hasStatusOk().hasHeader(IdempotencyFilter.REPLAYED, "true");
            assertThat(again.getResponse().getContentAsString())
                    .isEqualTo(first.getResponse().getContentAsString());
            assertThat(stored()).isEqualTo(1_000);
        }

        @Test
        void noTextAuthorOrKeyIsWrittenDown() {
            post("forum", PATH, "my-key", BODY);
            MvcTestResult refused = post("forum", PATH, "k2", BODY.replace("\"text\"", "\"txt\""));
            assertThat(refused).hasStatus(400);
            assertThat(database.sql("select body from idempotent_request")
                            .query((row, number) -> Packed.unpack(row.getBytes(1)))
                            .list())
                    .hasSize(2)
                    .allSatisfy(body -> assertThat(body).doesNotContain("furious", "zoltan"));
            assertThat(database.sql("select * from idempotent_request")
                            .query()
                            .listOfRows()
                            .toString())
                    .doesNotContain("furious", "zoltan", "my-key");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "schlüssel", "tab\tbed"})
        void aKeyThatIsNoneIsRefused(String key) {
            assertThat(post("forum", PATH, key, BODY))
                    .hasStatus(400)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains("Idempotency-Key needs 1 to 255");
            assertThat(stored()).isZero();
        }

        @Test
        void theLongestKeyIsTakenAndALongerOneRefused() {
            assertThat(post("forum", PATH, "k".repeat(255), BODY)).hasStatus(201);
            assertThat(post("forum", PATH, "k".repeat(256), BODY)).hasStatus(400);
        }

        private long stored() {
            return database.sql("select count(*) from submission")
                    .query(Long.class)
                    .single();
        }

        private MvcTestResult post(String caller, String path, String key, String body) {
            return mvc.post()
                    .uri(path)
                    .with(keys.of(caller))
                    .header(IdempotencyFilter.KEY, key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .exchange();
        }

        private static List<MvcTestResult> atOnce(int callers, java.util.function.Supplier<MvcTestResult> call)
                throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(callers);
            try {
                CyclicBarrier start = new CyclicBarrier(callers);
                List<Future<MvcTestResult>> running = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    running.add(threads.submit(() -> {
                        start.await();
                        return call.get();
                    }));
                }
                List<MvcTestResult> results = new ArrayList<>();
                for (Future<MvcTestResult> one : running) {
                    results.add(one.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
