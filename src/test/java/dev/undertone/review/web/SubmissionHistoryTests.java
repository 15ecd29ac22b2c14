package dev.undertone.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.Scope;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.NewSubmission;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a submission tells of the work on its item. */
final class SubmissionHistoryTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends EndpointCases {

        private ReviewCalls one;
        private ReviewCalls reader;

        @BeforeEach
        void arrive() {
            one = caller("one", Scope.REVIEW);
            reader = caller("reader", Scope.READ);
        }

        @Test
        void theSubmissionTellsWhatBecameOfItButNoToken() {
            UUID submission = intake.submit(
                            new NewSubmission(
                                    Optional.of("1"), "forum", Optional.of("x"), "I am furious", Optional.empty()),
                            ANNA.actor())
                    .submission()
                    .id()
                    .value();
            String id = String.valueOf(ReviewCalls.body(one.post("/reviewables/next", "{'queue':'conduct'}"))
                    .get("id"));
            one.post("/reviewables/" + id + "/decision", "{'outcome':'REJECTED','version':0,'token':1}");
            one.post("/decisions/" + history.of(UUID.fromString(id)).get(0).id() + "/undo", "");

            MvcTestResult answer = reader.get("/submissions/" + submission);

            assertThat(answer).hasStatusOk().bodyText().doesNotContain("\"token\"");
            assertThat(ReviewCalls.body(answer).get("history"))
                    .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                    .extracting(entry -> entry.get("action"))
                    .contains("submission.received", "reviewable.queued", "reviewable.claimed")
                    .endsWith("decision.made", "decision.undone");
        }

        @Test
        void anEmptyFilterOfAListIsNone() {
            assertThat(one.get("/reviewables?queue=&status=&sort=&limit=&after="))
                    .hasStatusOk();
            assertThat(one.get("/decisions?outcome=&after=")).hasStatusOk();
            assertThat(reader.get("/submissions?channel=&after=")).hasStatusOk();
        }
    }
}
