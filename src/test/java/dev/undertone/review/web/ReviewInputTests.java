package dev.undertone.review.web;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.review.ReviewCases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What cannot be meant is refused in words, and never breaks anything. */
final class ReviewInputTests {

    /** One a line; the first is empty. */
    private static final List<String> BODIES = """

            null
            []
            {
            {'token':'x'}
            {'token':1e99}
            {'token':9223372036854775808}
            {'token':-1,'version':-1,'outcome':null}
            {'queue':5}
            {'queue':''}
            {'ids':[null]}
            {'ids':null,'filter':null,'outcome':'APPROVED'}
            {'outcome':'APPROVED','filter':{'status':[null]}}
            {'outcome':'APPROVED','filter':{'status':'OPEN'}}
            {'outcome':'APPROVED','filter':{'emotion':'fear','atLeast':NaN}}
            {'token':1,'due':'+1000000000-01-01T00:00:00Z'}
            {'token':1,'assignee':'\\u0000'}
            {'token':1,'due':'yesterday'}
            {'text':'  '}
            {'surprise':1}""".lines().toList();

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private MockMvcTester mvc;

        @Autowired
        private ApiKeys keys;

        private ReviewCalls calls;

        @BeforeEach
        void arrive() {
            calls = new ReviewCalls(mvc, keys.create("one", Set.of(Scope.REVIEW), Actor.commandLine()));
        }

        @Test
        void aWrongNameIsAnsweredWithTheRightOnes() {
            assertThat(refusal("/reviewables?sort=best")).contains("priority, oldest, newest");
            assertThat(refusal("/reviewables?status=LOST")).contains("OPEN, ESCALATED, HELD, DECIDED");
            assertThat(refusal("/reviewables?queue=No%20Queue")).contains("lower-case letters");
            assertThat(refusal("/reviewables?limit=0")).contains("1 to 200");
            assertThat(refusal("/reviewables?after=x")).contains("after");
            assertThat(refusal("/decisions?feedback=MEH")).contains("POLICY_WRONG, EMOTION_WRONG, BOTH_RIGHT");
            assertThat(refusal("/decisions?outcome=MEH")).contains("APPROVED");
        }

        private String refusal(String path) {
            assertThat(calls.get(path)).as(path).hasStatus(400);
            return detail(ReviewCalls.body(calls.get(path)));
        }

        private static String detail(Map<String, Object> problem) {
            return String.valueOf(problem.get("detail"));
        }

        @Test
        void anIdThatIsNoneIsNotFound() {
            for (String id : List.of("x", "1-1-1-1-1", "%20", UUID.randomUUID().toString())) {
                assertThat(calls.get("/reviewables/" + id)).as(id).hasStatus(404);
                assertThat(calls.post("/reviewables/" + id + "/claim", ""))
                        .as(id)
                        .hasStatus(404);
                assertThat(calls.post("/decisions/" + id + "/undo", "")).as(id).hasStatus(404);
            }
        }

        @Test
        void aDecisionThatSaysTooLittleOrContradictsItselfIsRefused() {
            String path = claimed() + "/decision";

            assertThat(calls.post(path, "{'version':0,'token':1}")).hasStatus(400);
            assertThat(detail(ReviewCalls.body(calls.post(path, "{'version':0,'token':1,'outcome':'MAYBE'}"))))
                    .contains("APPROVED, REJECTED, IGNORED, ESCALATED");
            assertThat(calls.post(path, "{'version':0,'token':1,'outcome':'UNDONE'}"))
                    .hasStatus(400);
            assertThat(calls.post(
                            path,
                            "{'version':0,'token':1,'outcome':'APPROVED','correction':'fear','feedback':'BOTH_RIGHT'}"))
                    .hasStatus(400);
            assertThat(calls.post(
                            path, "{'version':0,'token':1,'outcome':'APPROVED','reason':'" + "x".repeat(2001) + "'}"))
                    .hasStatus(422);
        }

        @Test
        void aNumberThatIsNotWholeOrTooLargeIsRefusedByName() {
            String path = claimed() + "/decision";

            for (String number : List.of("1.9", "1.0", "99999999999999999999", "1e99")) {
                assertThat(detail(ReviewCalls.body(calls.post(path, "{'version':0,'token':" + number + "}"))))
                        .startsWith("The field /token must be a whole number of at most 9223372036854775807 (line 1");
            }
        }

        @Test
        void whatNoDatabaseCanStoreIsRefusedOnBoth() {
            String path = claimed();
            String nul = "\\u0000";

            assertThat(calls.post(
                            path + "/decision", "{'version':0,'token':1,'outcome':'APPROVED','reason':'" + nul + "a'}"))
                    .hasStatus(400);
            assertThat(calls.post(path + "/notes", "{'text':'a" + nul + "'}")).hasStatus(400);
            assertThat(calls.post(path + "/notes", "{'text':'\\ud800 a'}")).hasStatus(400);
            assertThat(calls.get("/decisions?decidedBy=%00a")).hasStatus(400);
            assertThat(calls.post("/reviewables/decisions", "{'outcome':'APPROVED','filter':{'rule':'a" + nul + "'}}"))
                    .hasStatus(400);
        }

        @Test
        void aBulkDecisionSaysWhichItemsItMeans() {
            assertThat(calls.post("/reviewables/decisions", "{'outcome':'APPROVED'}"))
                    .hasStatus(400);
            assertThat(calls.post("/reviewables/decisions", "{'outcome':'APPROVED','ids':[]}"))
                    .hasStatus(400);
            assertThat(calls.post("/reviewables/decisions", "{'outcome':'APPROVED','ids':['x']}"))
                    .hasStatus(404);
            assertThat(calls.post("/reviewables/decisions", "{'outcome':'APPROVED','filter':{'atLeast':0.5}}"))
                    .hasStatus(400);
            assertThat(calls.post(
                            "/reviewables/decisions",
                            "{'outcome':'APPROVED','filter':{'emotion':'fear','atLeast':0.5,'atMost':0.1}}"))
                    .hasStatus(400);
            assertThat(calls.post("/reviewables/decisions", "{'outcome':'APPROVED','filter':{},'expected':5}"))
                    .hasStatus(409);
        }

        @Test
        void nothingThatIsSentBreaksTheService() {
            String path = claimed();
            List<String> paths = List.of(
                    "/reviewables/next",
                    path + "/claim",
                    path + "/renew",
                    path + "/release",
                    path + "/hold",
                    path + "/unhold",
                    path + "/notes",
                    path + "/decision",
                    "/reviewables/decisions");
            for (String each : paths) {
                for (String body : BODIES) {
                    assertThat(calls.post(each, body).getResponse().getStatus())
                            .as(each + " " + body)
                            .isLessThan(500);
                }
            }
        }

        @Test
        void aCursorThatIsNoneIsRefused() {
            for (String cursor :
                    List.of("cHJpb3JpdHkKeAp5Cno", "%00", "____", "b2xkZXN0CjIwMjYtMDEtMDVUMDk6MDA6MDBaCnoKeg")) {
                assertThat(calls.get("/reviewables?sort=oldest&after=" + cursor))
                        .hasStatus(400);
                assertThat(calls.get("/decisions?after=" + cursor)).hasStatus(400);
            }
        }

        @Test
        void eachEndpointThatChangesAnItemWritesOneEntry() {
            UUID id = hold(CONDUCT, 0.9);
            String path = "/reviewables/" + id;
            Map<String, Runnable> steps = new TreeMap<>(Map.of(
                    "1 next", () -> ok("/reviewables/next", "{}"),
                    "2 claim", () -> ok(path + "/claim", ""),
                    "3 renew", () -> ok(path + "/renew", "{'token':1}"),
                    "4 hold", () -> ok(path + "/hold", "{'token':1}"),
                    "5 unhold", () -> ok(path + "/unhold", "{'token':1}"),
                    "6 notes", () -> ok(path + "/notes", "{'text':'x'}"),
                    "7 bulk", () -> ok("/reviewables/decisions", "{'outcome':'IGNORED','ids':['" + id + "']}"),
                    "8 undo", () -> ok("/decisions/" + history.of(id).get(0).id() + "/undo", "")));

            steps.forEach((name, step) -> {
                int before = trail(id).size();
                step.run();
                assertThat(trail(id)).as(name).hasSize(before + 1);
            });

            ok(path + "/claim", "");
            int before = trail(id).size();
            ok(path + "/release", "{'token':" + token(id) + "}");
            ok(path + "/claim", "");
            ok(
                    path + "/decision",
                    "{'outcome':'APPROVED','version':" + item(id).version() + ",'token':" + token(id) + "}");
            assertThat(trail(id)).hasSize(before + 3);
        }

        private long token(UUID id) {
            return jdbc.sql("select lease_token from reviewable where id = ?")
                    .param(id)
                    .query(Long.class)
                    .single();
        }

        private void ok(String path, String body) {
            assertThat(calls.send(HttpMethod.POST, path, body.replace('\'', '"'))
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isBetween(200, 201);
        }

        private String claimed() {
            UUID id = hold(CONDUCT, 0.9);
            calls.post("/reviewables/" + id + "/claim", "");
            return "/reviewables/" + id;
        }
    }
}
