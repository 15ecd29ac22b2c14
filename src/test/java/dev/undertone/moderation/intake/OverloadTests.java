package dev.undertone.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** More arrives than can be taken in, or the database goes away in between. */
@OnH2
final class OverloadTests {

    private static final String ONE = "{\"channel\":\"forum\",\"text\":\"i am happy\"}";
    private static final NewSubmission POST =
            new NewSubmission(Optional.empty(), "forum", Optional.empty(), "i am happy", Optional.empty());

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Admission admission;

    @Autowired
    ModerationSettings settings;

    @Autowired
    JdbcClient database;

    @Autowired
    Intake intake;

    private RequestPostProcessor forum;

    @BeforeEach
    void makeKey(@Autowired ApiKeys keys) {
        forum = new TestKeys(keys).of("forum");
    }

    @Test
    void oneTooManyIsRefusedWithNothingStoredAndTakenInOnceThereIsRoom() {
        List<MvcTestResult> refused = whenFull(
                settings.permits(),
                () -> List.of(
                        post("/api/v1/submissions", ONE),
                        post("/api/v1/submissions/batch", "{\"submissions\":[" + ONE + "]}")));
        assertThat(refused)
                .allSatisfy(result -> assertThat(result)
                        .hasStatus(503)
                        .hasHeader("Retry-After", "1")
                        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .bodyText()
                        .contains("nothing was stored"));
        assertThat(database.sql("select count(*) from submission")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(post("/api/v1/submissions", ONE)).hasStatus(201);
    }

    @Test
    void aRefusalIsTheSameBeforeTheKeyIsLookedUpAsAfterwards() {
        String long64k = ONE + " ".repeat(70_000);
        List<MvcTestResult> refused = whenFull(
                settings.permits(),
                () -> List.of(
                        postWithoutKey("/api/v1/submissions"),
                        postWithoutKey("/%61pi/v1/submission%73"),
                        post("/api/v1/submissions", long64k)));

        assertThat(refused)
                .allSatisfy(result -> assertThat(result)
                        .hasStatus(503)
                        .hasHeader("Retry-After", "1")
                        .hasHeader("X-Content-Type-Options", "nosniff")
                        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .bodyJson()
                        .isStrictlyEqualTo("""
                        {"detail": "The service is taking in as much as it can; nothing was stored. Try again later.",
                         "instance": "/api/v1/submissions", "status": 503, "title": "Service Unavailable"}"""));
    }

    @Test
    void whoOnlyReadsIsLetInWhileItIsFull() {
        MvcTestResult list = whenFull(
                settings.permits(),
                () -> mvc.get().uri("/api/v1/submissions").with(forum).exchange());

        assertThat(list).hasStatusOk();
    }

    @Test
    void aBatchWhoseDatabaseGoesAwayKeepsTheReceiptsOfWhatWasStored() {
        List<Integer> chunks = new ArrayList<>();
        Reception reception = reception(submissions -> {
            chunks.add(submissions.size());
            if (chunks.size() == 2) {
                throw new DataAccessResourceFailureException("gone");
            }
            return intake.submitAll(submissions, Actor.service());
        });
        assertThat(reception.submitAll(Collections.nCopies(5, POST), Actor.service()))
                .hasSize(2);
        assertThat(chunks).containsExactly(2, 2);
    }

    @Test
    void aBatchOfWhichNothingCouldBeStoredFails() {
        Reception reception = reception(submissions -> {
            throw new DataAccessResourceFailureException("gone");
        });
        assertThatExceptionOfType(DataAccessResourceFailureException.class)
                .isThrownBy(() -> reception.submitAll(List.of(POST), Actor.service()));
    }

    private static Reception reception(java.util.function.Function<List<NewSubmission>, List<Intake.Receipt>> chunk) {
        Intake fake = new Intake() {
            @Override
            public Receipt submit(NewSubmission submission, Actor by) {
                return submitAll(List.of(submission), by).get(0);
            }

            @Override
            public List<Receipt> submitAll(List<NewSubmission> submissions, Actor by) {
                return chunk.apply(submissions);
            }
        };
        ModerationSettings inTwos = new ModerationSettings(1, Duration.ofSeconds(1), 2);
        return new Reception(fake, new Admission(inTwos), new EqualRequests(), inTwos);
    }

    private <T> T whenFull(int permits, Supplier<T> work) {
        return permits == 0 ? work.get() : admission.within(() -> whenFull(permits - 1, work));
    }

    private MvcTestResult postWithoutKey(String path) {
        return mvc.post()
                .uri(URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .content(ONE)
                .exchange();
    }

    private MvcTestResult post(String path, String body) {
        return mvc.post()
                .uri(path)
                .with(forum)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
