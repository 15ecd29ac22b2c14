package dev.undertone.moderation.web;

import static dev.undertone.moderation.web.SubmissionCalls.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What bad input gets, and what happens to input that is only odd. */
final class SubmissionInputTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired MockMvcTester mvc, @Autowired ApiKeys keys) {
            super(mvc, keys);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired MockMvcTester mvc, @Autowired ApiKeys keys) {
            super(mvc, keys);
        }
    }

    abstract static class Cases {

        private final SubmissionCalls calls;

        Cases(MockMvcTester mvc, ApiKeys keys) {
            this.calls = new SubmissionCalls(mvc, keys);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"application/json;charset=utf-16", "text/html;q=0.1, application/json; Charset=iso-8859-1"})
        void whateverCharsetIsWantedTheAnswerIsUtf8(String accepted) {
            String body = SubmissionCalls.json("charset", null, "what a caf\u00e9");
            assertThat(calls.postAccepting(accepted, body))
                    .hasStatus(201)
                    .bodyText()
                    .startsWith("{\"id\"");
        }

        @ParameterizedTest(name = "{2}")
        @MethodSource
        void whatCannotBeTakenInIsRefusedAndNamed(String body, int status, String naming) {
            assertThat(calls.post(body))
                    .hasStatus(status)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains(naming)
                    .doesNotContain("dev.undertone", "java.", "jackson", "Exception", "select", "insert");
            assertThat(calls.get(""))
                    .as("nothing is stored")
                    .bodyJson()
                    .extractingPath("$.items")
                    .asArray()
                    .isEmpty();
        }

        static Stream<Arguments> whatCannotBeTakenInIsRefusedAndNamed() {
            String rest = ",\"channel\":\"c\"}";
            return Stream.of(
                    Arguments.of("{\"text\":\"\"" + rest, 422, "/text has no readable character"),
                    Arguments.of("{\"text\":\" \\t\\n\\u00a0\\u200b\\u0000\"" + rest, 422, "/text has no"),
                    Arguments.of("{\"text\":\"\\ud800\"" + rest, 422, "/text has no"),
                    Arguments.of("{\"text\":null" + rest, 422, "/text is missing"),
                    Arguments.of("{\"channel\":\"c\"}", 422, "/text is missing"),
                    Arguments.of("{\"text\":\"" + "a".repeat(20_001) + "\"" + rest, 413, "/text has 20,001"),
                    Arguments.of("{\"text\":\"a\"}", 422, "/channel is missing"),
                    Arguments.of("{\"text\":\"a\",\"channel\":\" \"}", 422, "/channel has 1 char"),
                    Arguments.of(
                            "{\"text\":\"a\",\"channel\":\"" + "c".repeat(101) + "\"}", 422, "/channel has 101 char"),
                    Arguments.of("{\"text\":\"a\",\"channel\":\"a\\u0000\"}", 422, "/channel has a control"),
                    Arguments.of("{\"text\":\"a\",\"externalId\":\"\\udc00\"" + rest, 422, "/externalId has a"),
                    Arguments.of(
                            "{\"text\":\"a\",\"externalId\":\"" + "e".repeat(201) + "\"" + rest,
                            422,
                            "/externalId has 201 char"),
                    Arguments.of(
                            "{\"text\":\"a\",\"author\":\"" + "e".repeat(201) + "\"" + rest, 422, "/author has 201"),
                    Arguments.of("{\"text\":\"a\",\"author\":\"a\\u0000b\"" + rest, 422, "/author has a control"),
                    Arguments.of(
                            "{\"text\":\"a\",\"context\":\"" + "e".repeat(20_001) + "\"" + rest,
                            413,
                            "/context has 20,001"),
                    Arguments.of("{\"text\":", 400, "not valid JSON"),
                    Arguments.of("", 400, "missing or is not JSON"),
                    Arguments.of("[]", 400, "The body must be an object"),
                    Arguments.of("{\"text\":1" + rest, 400, "/text must be a text in quotes"),
                    Arguments.of("{\"text\":\"a\",\"channel\":[]}", 400, "/channel must be a text"),
                    Arguments.of("{\"text\":\"a\",\"extern\":\"a\"" + rest, 400, "Unknown field \\\"extern\\\""));
        }

        @Test
        void whatADatabaseCannotKeepIsReplacedByAsManyCharacters() {
            Object id = body(calls.post(
                            "{\"channel\":\"c\",\"text\":\"\\u0000so \\ud800 furious\\udc00 \\ud83d\\ude00\","
                                    + "\"context\":\"a\\u0000\"}"))
                    .get("id");
            assertThat(body(calls.get("/" + id)))
                    .containsEntry("text", "\uFFFDso \uFFFD furious\uFFFD \uD83D\uDE00")
                    .containsEntry("context", "a\uFFFD");
        }

        @Test
        void theLongestOfEverythingIsTaken() {
            String smile = "\uD83D\uDE00";
            String body = "{\"channel\":\"" + smile.repeat(50) + "\",\"externalId\":\"" + smile.repeat(100)
                    + "\",\"author\":\"" + "é".repeat(200) + "\",\"text\":\"" + smile.repeat(10_000)
                    + "\",\"context\":\"" + "字".repeat(20_000) + "\"}";
            MvcTestResult answer = calls.post(body);
            assertThat(answer).hasStatus(201);
            assertThat(body(calls.get("/" + body(answer).get("id"))))
                    .containsEntry("text", smile.repeat(10_000))
                    .containsEntry("author", "é".repeat(200));
        }
    }
}
