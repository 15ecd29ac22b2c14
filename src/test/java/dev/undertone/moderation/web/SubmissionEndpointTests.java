package dev.undertone.moderation.web;

import static dev.undertone.moderation.web.SubmissionCalls.body;
import static dev.undertone.moderation.web.SubmissionCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** {@code POST} and {@code GET} of submissions as a program meets them. */
final class SubmissionEndpointTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired MockMvcTester mvc, @Autowired ApiKeys keys, @Autowired KeywordClassifier classifier) {
            super(mvc, keys, classifier);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired MockMvcTester mvc, @Autowired ApiKeys keys, @Autowired KeywordClassifier classifier) {
            super(mvc, keys, classifier);
        }
    }

    abstract static class Cases {

        private final SubmissionCalls calls;
        private final KeywordClassifier classifier;

        Cases(MockMvcTester mvc, ApiKeys keys, KeywordClassifier classifier) {
            this.calls = new SubmissionCalls(mvc, keys);
            this.classifier = classifier;
        }

        @Test
        void aSubmissionGetsTheWholeAnswerOfTheContract() {
            MvcTestResult answer = calls.post("{\"externalId\":\"m1\",\"channel\":\"forum\",\"author\":\"ann\","
                    + "\"text\":\"i am furious with you\",\"context\":\"a thread\"}");
            assertThat(answer).hasStatus(201);
            Map<String, Object> body = body(answer);
            assertThat(body)
                    .containsOnlyKeys("id", "verdict", "queue", "reasons", "scores", "policyVersion", "checkpoint")
                    .containsEntry("verdict", "HOLD")
                    .containsEntry("queue", "conduct")
                    .containsEntry("checkpoint", "keywords")
                    .containsEntry(
                            "scores",
                            Map.of(
                                    "sadness",
                                    0.02,
                                    "joy",
                                    0.02,
                                    "love",
                                    0.02,
                                    "anger",
                                    0.9,
                                    "fear",
                                    0.02,
                                    "surprise",
                                    0.02));
            assertThat(answer).bodyJson().extractingPath("$.reasons[0].emotion").isEqualTo("anger");
            assertThat(answer).bodyJson().extractingPath("$.reasons[0].score").isEqualTo(0.9);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.reasons[0].threshold")
                    .isEqualTo(0.8);
            assertThat(answer).hasHeader("Location", "/api/v1/submissions/" + body.get("id"));
        }

        @Test
        void whatNobodyHasToLookAtIsAllowedWithoutAQueue() {
            Map<String, Object> body = body(calls.post(json("forum", null, "what a happy day it is")));
            assertThat(body).containsEntry("verdict", "ALLOW").containsEntry("queue", null);
        }

        @Test
        void theSameExternalIdInAChannelIsAnsweredWithTheStoredOne() {
            MvcTestResult first = calls.post(json("forum", "m1", "i am furious with you"));
            MvcTestResult again = calls.post(json("forum", "m1", "another text that is happy"));
            assertThat(again).hasStatusOk();
            assertThat(body(again)).isEqualTo(body(first));
            assertThat(classifier.batches()).as("texts are read once").isNotEmpty();
        }

        @Test
        void theSameExternalIdInAnotherChannelIsAnotherSubmission() {
            MvcTestResult first = calls.post(json("forum", "m1", "i am furious with you"));
            MvcTestResult other = calls.post(json("chat", "m1", "i am furious with you"));
            assertThat(other).hasStatus(201);
            assertThat(body(other).get("id")).isNotEqualTo(body(first).get("id"));
        }

        @Test
        void withoutAnExternalIdNothingIsTheSame() {
            calls.post(json("forum", null, "i am furious with you"));
            assertThat(calls.post(json("forum", null, "i am furious with you"))).hasStatus(201);
        }

        @Test
        void aTextThatTheModelCannotReadNowIsHeldForAPerson() {
            classifier.refuse(1);
            MvcTestResult answer = calls.post(json("forum", "m1", "what a happy day it is"));
            assertThat(answer).hasStatus(201);
            assertThat(body(answer))
                    .containsEntry("verdict", "HOLD")
                    .containsEntry("queue", "uncertain")
                    .containsEntry("scores", null)
                    .containsEntry("checkpoint", null)
                    .containsEntry("policyVersion", null);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.reasons[0].text")
                    .asString()
                    .contains("Not scored", "all predictors are busy");
            assertThat(calls.get("/" + body(answer).get("id")))
                    .bodyJson()
                    .extractingPath("$.state")
                    .isEqualTo("WAITING");
        }

        @Test
        void aStoredSubmissionShowsAllThatIsKeptOfIt() {
            Object id = body(calls.post("{\"externalId\":\"m1\",\"channel\":\"forum\",\"author\":\"ann\","
                            + "\"text\":\"furious you\",\"context\":\"a thread\"}"))
                    .get("id");
            MvcTestResult answer = calls.get("/" + id);
            assertThat(answer).hasStatusOk();
            assertThat(body(answer))
                    .containsEntry("state", "WAITING")
                    .containsEntry("channel", "forum")
                    .containsEntry("externalId", "m1")
                    .containsEntry("author", "ann")
                    .containsEntry("text", "furious you")
                    .containsEntry("context", "a thread")
                    .containsEntry("receivedAt", "2026-01-05T09:00:00Z")
                    .containsEntry("notices", java.util.List.of("SHORT_TEXT"))
                    .containsEntry("tokens", 4)
                    .containsEntry("precision", "fp32")
                    .containsEntry("decision", null)
                    .containsKeys("submittedBy", "latencyMs", "scores", "history");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/none", "/00000000-0000-7000-8000-000000000000", "/1-1-1-1-1", "/%27", "/'or'1'='1"})
        void anUnknownIdIsNotFound(String id) {
            assertThat(calls.get(id)).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @Test
        void theListIsReadPageByPageNewestFirst() {
            for (int i = 1; i <= 5; i++) {
                calls.post(json("forum", "m" + i, "what a happy day it is"));
            }
            calls.post(json("chat", "other", "what a happy day it is"));
            MvcTestResult first = calls.get("?channel=forum&limit=2");
            assertThat(first)
                    .bodyJson()
                    .extractingPath("$.items[*].externalId")
                    .asArray()
                    .containsExactly("m5", "m4");
            MvcTestResult second =
                    calls.get("?channel=forum&limit=3&after=" + body(first).get("next"));
            assertThat(second)
                    .bodyJson()
                    .extractingPath("$.items[*].externalId")
                    .asArray()
                    .containsExactly("m3", "m2", "m1");
            assertThat(body(second)).containsEntry("next", null);
            MvcTestResult all = calls.get("?limit=1");
            assertThat(all)
                    .bodyJson()
                    .extractingPath("$.items[*].externalId")
                    .asArray()
                    .containsExactly("other");
            assertThat(calls.get("?limit=1&after=" + body(all).get("next")))
                    .bodyJson()
                    .extractingPath("$.items[*].externalId")
                    .asArray()
                    .containsExactly("m5");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "?after=x",
                    "?after=%00",
                    "?limit=0",
                    "?limit=201",
                    "?limit=x",
                    "?after=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaCjEtMS0xLTEtMQ"
                })
        void aPageThatIsNoneIsRefused(String query) {
            assertThat(calls.get(query)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }

        @Test
        void aChannelThatCannotExistHasNoSubmissions() {
            assertThat(calls.get("?channel=a%00b"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.items")
                    .asArray()
                    .isEmpty();
        }
    }
}
