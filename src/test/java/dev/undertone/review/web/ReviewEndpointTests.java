package dev.undertone.review.web;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.account.Scope;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.NewSubmission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The queue over HTTP. */
final class ReviewEndpointTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends EndpointCases {

        private ReviewCalls one;
        private ReviewCalls other;

        @BeforeEach
        void arrive() {
            one = caller("one", Scope.REVIEW);
            other = caller("other", Scope.REVIEW);
        }

        @Test
        void theNextItemComesWithAllThatAPersonNeeds() {
            intake.submit(
                    new NewSubmission(Optional.of("1"), "forum", Optional.of("x"), "I am furious", Optional.empty()),
                    ANNA.actor());

            MvcTestResult answer = one.post("/reviewables/next", "{'queue':'conduct'}");

            assertThat(answer).hasStatusOk();
            Map<String, Object> item = ReviewCalls.body(answer);
            assertThat(item).containsEntry("version", 0).containsEntry("emotion", "anger");
            assertThat(map(item.get("lease"))).containsKeys("token", "expiresAt", "holder");
            assertThat(map(item.get("submission"))).containsEntry("text", "I am furious");
            assertThat(item.get("reasons"))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .isNotEmpty();
            Map<String, Object> priority = map(item.get("priority"));
            assertThat(number(priority, "severity") + number(priority, "uncertainty") + number(priority, "age"))
                    .isEqualTo(number(priority, "total"));
            assertThat(one.post("/reviewables/next", "")).hasStatus(204);
        }

        @Test
        void theTokenIsOnlyShownToItsHolder() {
            UUID id = hold(CONDUCT, 0.9);
            one.post("/reviewables/" + id + "/claim", "");

            Map<String, Object> seen = ReviewCalls.body(other.get("/reviewables/" + id));

            assertThat(map(seen.get("lease"))).containsEntry("holder", "one").doesNotContainKey("token");
        }

        @Test
        void aClaimNamesWhoHoldsItAndUntilWhen() {
            UUID id = hold(CONDUCT, 0.9);
            one.post("/reviewables/" + id + "/claim", "");

            MvcTestResult answer = other.post("/reviewables/" + id + "/claim", "");

            assertThat(answer).hasStatus(409);
            assertThat(ReviewCalls.body(answer))
                    .containsEntry("holder", "one")
                    .containsEntry("until", clock.instant().plusSeconds(300).toString());
        }

        @Test
        void withoutVersionOrTokenNothingIsDecided() {
            UUID id = hold(CONDUCT, 0.9);
            one.post("/reviewables/" + id + "/claim", "");
            String path = "/reviewables/" + id + "/decision";

            assertThat(one.post(path, "{'outcome':'APPROVED','token':1}")).hasStatus(428);
            assertThat(one.post(path, "{'outcome':'APPROVED','version':0}")).hasStatus(428);
            assertThat(one.post("/reviewables/" + id + "/release", "")).hasStatus(428);
            assertThat(history.of(id)).isEmpty();
        }

        @Test
        void theLoserIsToldTheWinningDecision() {
            UUID id = hold(CONDUCT, 0.9);
            one.post("/reviewables/" + id + "/claim", "");
            String decision = "{'outcome':'APPROVED','version':0,'token':1}";
            assertThat(one.post("/reviewables/" + id + "/decision", decision)).hasStatusOk();

            MvcTestResult answer = other.post("/reviewables/" + id + "/decision", decision);

            assertThat(answer).hasStatus(409);
            assertThat(map(ReviewCalls.body(answer).get("decision")))
                    .containsEntry("decidedBy", "one")
                    .containsEntry("outcome", "APPROVED")
                    .containsEntry("decidedAt", clock.instant().toString());
        }

        @Test
        void anItemShowsItsHistoryAndNotes() {
            UUID id = hold(CONDUCT, 0.9);
            one.post("/reviewables/" + id + "/claim", "");
            one.post(
                    "/reviewables/" + id + "/decision",
                    "{'outcome':'APPROVED','version':0,'token':1,'reason':'a quote','correction':'fear'}");
            String decision = history.of(id).get(0).id().toString();
            assertThat(one.post("/decisions/" + decision + "/undo", "")).hasStatusOk();
            assertThat(one.post("/reviewables/" + id + "/notes", "{'text':'ask lea'}"))
                    .hasStatus(201);

            Map<String, Object> shown = ReviewCalls.body(one.get("/reviewables/" + id));

            assertThat(list(shown.get("history")))
                    .extracting(row -> row.get("outcome"))
                    .containsExactly("APPROVED", "UNDONE");
            assertThat(list(shown.get("history")).get(0))
                    .containsEntry("reason", "a quote")
                    .containsEntry("correction", "fear")
                    .containsEntry("feedback", "EMOTION_WRONG");
            assertThat(list(shown.get("notes")))
                    .extracting(row -> row.get("text"))
                    .containsExactly("ask lea");
        }

        @Test
        void manyAreDecidedAndUndoneAsOne() {
            List<UUID> ids = holdAll(CONDUCT, 0.9, 3);
            other.post("/reviewables/" + ids.get(0) + "/claim", "");

            Map<String, Object> made = ReviewCalls.body(one.post(
                    "/reviewables/decisions",
                    "{'filter':{'queue':'conduct','emotion':'anger','atLeast':0.8},'expected':3,"
                            + "'outcome':'REJECTED','reason':'raid'}"));

            assertThat(made).containsEntry("decided", 2).containsEntry("skipped", 1);
            MvcTestResult undone = one.post("/decisions/" + made.get("id") + "/undo", "");
            assertThat(ReviewCalls.body(undone)).containsEntry("undone", 2);
        }

        @Test
        void decisionsCanBeReadOut() {
            List<UUID> ids = holdAll(CONDUCT, 0.9, 3);
            decide(ids.get(0), dev.undertone.review.decisions.Outcome.APPROVED, ANNA);
            decide(ids.get(1), dev.undertone.review.decisions.Outcome.REJECTED, BEN);

            Map<String, Object> first = ReviewCalls.body(one.get("/decisions?limit=1"));

            assertThat(list(first.get("items")))
                    .extracting(row -> row.get("decidedBy"))
                    .containsExactly("anna");
            Map<String, Object> second = ReviewCalls.body(one.get("/decisions?limit=1&after=" + first.get("next")));
            assertThat(list(second.get("items")))
                    .extracting(row -> row.get("decidedBy"))
                    .containsExactly("ben");
            assertThat(list(ReviewCalls.body(one.get("/decisions?outcome=REJECTED"))
                            .get("items")))
                    .hasSize(1);
        }

        @Test
        void countsAreServed() {
            holdAll(CONDUCT, 0.9, 3);

            assertThat(list(ReviewCalls.body(one.get("/reviewables/counts")).get("items")))
                    .containsExactly(Map.of("queue", "conduct", "status", "OPEN", "count", 3));
        }

        @Test
        void ageIsServedAsTimePasses() {
            hold(CONDUCT, 0.9);
            clock.advance(java.time.Duration.ofHours(4));

            Map<String, Object> item = list(ReviewCalls.body(one.get("/reviewables?queue=conduct"))
                            .get("items"))
                    .get(0);

            assertThat(number(map(item.get("priority")), "age")).isCloseTo(5, within(1e-9));
        }

        private static double number(Map<String, Object> map, String name) {
            return map.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
            assertThat(value).isInstanceOf(Map.class);
            return (Map<String, Object>) java.util.Objects.requireNonNull(value);
        }

        @SuppressWarnings("unchecked")
        private static List<Map<String, Object>> list(@org.jspecify.annotations.Nullable Object value) {
            assertThat(value).isInstanceOf(List.class);
            return (List<Map<String, Object>>) java.util.Objects.requireNonNull(value);
        }
    }
}
