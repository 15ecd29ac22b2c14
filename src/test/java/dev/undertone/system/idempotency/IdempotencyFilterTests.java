package dev.undertone.system.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What is kept, what is not, and what becomes of a request that was never finished. */
final class IdempotencyFilterTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        private static final String SUBMISSIONS = "/api/v1/submissions";
        private static final String USERS = "/api/v1/admin/users";

        @Autowired
        private KeptAnswers answers;

        @Autowired
        private MovableClock clock;

        @Autowired
        private JdbcClient database;

        @Autowired
        @Qualifier("handlerExceptionResolver")
        private HandlerExceptionResolver problems;

        private final AtomicInteger worked = new AtomicInteger();

        @ParameterizedTest
        @ValueSource(ints = {500, 503, 429})
        void whatMayBeAnsweredOtherwiseLaterIsNotKept(int status) throws Exception {
            assertThat(send(SUBMISSIONS, answering(status)).getStatus()).isEqualTo(status);
            assertThat(send(SUBMISSIONS, answering(201)).getStatus()).isEqualTo(201);
            assertThat(worked).hasValue(2);
        }

        @Test
        void anAnswerThatTellsToComeAgainIsNotKept() throws Exception {
            send(SUBMISSIONS, (request, response) -> {
                worked.incrementAndGet();
                ((HttpServletResponse) response).setHeader("Retry-After", "1");
            });
            send(SUBMISSIONS, answering(201));
            assertThat(worked).hasValue(2);
        }

        @Test
        void aRequestThatFailsInsideCanBeSentAgain() throws Exception {
            assertThatExceptionOfType(ServletException.class)
                    .isThrownBy(() -> send(SUBMISSIONS, (request, response) -> {
                        throw new ServletException("broken");
                    }));
            assertThat(send(SUBMISSIONS, answering(201)).getStatus()).isEqualTo(201);
        }

        @Test
        void anAnswerWithASecretIsNotKeptAndNotGivenTwice() throws Exception {
            MockHttpServletResponse first = send(USERS, answering(201));
            assertThat(first.getContentAsString()).isEqualTo("answer 1");
            MockHttpServletResponse again = send(USERS, answering(201));
            assertThat(again.getStatus()).isEqualTo(409);
            assertThat(again.getContentAsString()).contains("held a secret").doesNotContain("answer 1");
            assertThat(worked).hasValue(1);
            assertThat(database.sql("select count(*) from idempotent_request where body is null and status = 201")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void aRefusalHoldsNoSecretAndIsGivenAgain() throws Exception {
            send(USERS, answering(422));
            MockHttpServletResponse again = send(USERS, answering(201));
            assertThat(again.getStatus()).isEqualTo(422);
            assertThat(again.getContentAsString()).isEqualTo("answer 1");
            assertThat(worked).hasValue(1);
        }

        @Test
        void whatIsWorkedOnForLongerThanALeaseIsNotTakenOver() throws Exception {
            IdempotencyFilter filter = filter();
            filter.doFilter(request(SUBMISSIONS), new MockHttpServletResponse(), (request, response) -> {
                for (int i = 0; i < 3; i++) {
                    clock.advance(Duration.ofMinutes(4));
                    filter.renewLeases();
                }
                assertThat(sendUnchecked(answering(201)).getStatus()).isEqualTo(409);
                answering(201).doFilter(request, response);
            });
            assertThat(worked).hasValue(1);
        }

        @Test
        void whileTheFirstIsWorkedOnTheSecondIsToldToWait() throws Exception {
            send(SUBMISSIONS, (request, response) -> {
                MockHttpServletResponse second = sendUnchecked(answering(201));
                assertThat(second.getStatus()).isEqualTo(409);
                assertThat(second.getHeader("Retry-After")).isEqualTo("2");
                answering(201).doFilter(request, response);
            });
            assertThat(worked).hasValue(1);
        }

        @Test
        void aRequestThatWasLostInACrashBlocksItsKeyForMinutesOnly() {
            IdempotencyKey key = new IdempotencyKey("forum", "k");
            Claim.Ours lost = (Claim.Ours) claim(key);
            clock.advance(Duration.ofMinutes(5).minusMillis(1));
            assertThat(claim(key)).isInstanceOf(Claim.Running.class);
            clock.advance(Duration.ofMillis(1));
            Claim.Ours taken = (Claim.Ours) claim(key);
            Answer late = new Answer(200, Optional.empty(), Optional.empty(), "");
            answers.keep(lost, late, false);
            answers.release(lost);
            assertThat(claim(key)).as("the late one changes nothing").isInstanceOf(Claim.Running.class);
            answers.keep(taken, new Answer(201, Optional.empty(), Optional.empty(), ""), false);
            assertThat(claim(key))
                    .isInstanceOfSatisfying(
                            Claim.Answered.class,
                            answered -> assertThat(answered.answer().status()).isEqualTo(201));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/%61pi/v1/submissions", "/api/v1/policies/p/%76ersions"})
        void anotherWayOfWritingThePathIsWorkedOnOnceToo(String path) throws Exception {
            send(path, answering(201));
            send(path, answering(201));
            assertThat(worked).hasValue(1);
        }

        @Test
        void withoutAKeyEveryRequestIsWorkedOn() throws Exception {
            MockHttpServletRequest request = request(SUBMISSIONS);
            request.removeHeader(IdempotencyFilter.KEY);
            filter().doFilter(request, new MockHttpServletResponse(), answering(201));
            send("/api/v1/decisions/1/undo", answering(201));
            send("/api/v1/decisions/1/undo", answering(201));
            assertThat(worked).hasValue(3);
        }

        private Claim claim(IdempotencyKey key) {
            return answers.claim(key, "POST /", "body".getBytes(StandardCharsets.UTF_8));
        }

        private FilterChain answering(int status) {
            return (request, response) -> {
                assertThat(request.getInputStream().readAllBytes()).hasSize(4);
                ((HttpServletResponse) response).setStatus(status);
                response.getWriter().write("answer " + worked.incrementAndGet());
            };
        }

        private MockHttpServletResponse sendUnchecked(FilterChain chain) {
            try {
                return send(SUBMISSIONS, chain);
            } catch (ServletException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private MockHttpServletResponse send(String path, FilterChain chain) throws ServletException, IOException {
            MockHttpServletResponse response = new MockHttpServletResponse();
            filter().doFilter(request(path), response, chain);
            return response;
        }

        private static MockHttpServletRequest request(String path) {
            MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
            request.addHeader(IdempotencyFilter.KEY, "k");
            request.setContent("body".getBytes(StandardCharsets.UTF_8));
            return request;
        }

        private IdempotencyFilter filter() {
            return new IdempotencyFilter(answers, request -> Optional.of("forum"), Duration.ofSeconds(2), problems);
        }
    }
}
