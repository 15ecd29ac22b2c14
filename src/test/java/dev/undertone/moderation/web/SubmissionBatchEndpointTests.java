package dev.undertone.moderation.web;

import static dev.undertone.moderation.web.SubmissionCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Many submissions in one request. */
final class SubmissionBatchEndpointTests {

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
        void eachGetsItsResultInOrderAndABadOneCostsTheOthersNothing() {
            calls.post(json("forum", "known", "i am sad today"));
            MvcTestResult answer = batch(List.of(
                    json("forum", "new", "i am furious with you"),
                    json("forum", "blank", " "),
                    json("forum", "known", "i am happy today"),
                    json("forum", "long", "a".repeat(20_001)),
                    "null",
                    json("", "x", "i am happy today"),
                    json("forum", "new", "i am happy today"),
                    json("forum", null, "i am happy today")));
            assertThat(answer).hasStatusOk().doesNotContainHeader("Retry-After");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.results[*].status")
                    .asArray()
                    .containsExactly(201, 422, 200, 413, 422, 422, 200, 201);
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.results[*].problem.detail")
                    .asArray()
                    .satisfiesExactly(
                            blank -> assertThat(blank).asString().contains("/submissions/1/text has no"),
                            tooLong -> assertThat(tooLong).asString().contains("/submissions/3/text has 20,001"),
                            nothing -> assertThat(nothing).asString().contains("/submissions/4 is null"),
                            channel -> assertThat(channel).asString().contains("/submissions/5/channel has 0"));
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.results[0].submission.queue")
                    .isEqualTo("conduct");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.results[2].submission.scores.sadness")
                    .isEqualTo(0.9);
            assertThat(stored()).isEqualTo(3);
        }

        @Test
        void textsAreReadInCallsOfBoundedSize() {
            int before = classifier.batches().size();
            batch(IntStream.range(0, 120)
                    .mapToObj(i -> json("forum", "m" + i, "i am happy today"))
                    .toList());
            List<Integer> all = classifier.batches();
            assertThat(all.subList(before, all.size())).containsExactly(50, 50, 20);
        }

        @Test
        void whatTheModelCannotReadNowIsHeld() {
            classifier.refuse(1);
            MvcTestResult answer = batch(Collections.nCopies(2, json("forum", null, "i am happy today")));
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.results[*].submission.queue")
                    .asArray()
                    .containsExactly("uncertain", "uncertain");
        }

        @Test
        void aThousandAreTaken() {
            MvcTestResult answer = batch(IntStream.range(0, 1_000)
                    .mapToObj(i -> json("forum", "m" + i, "i am furious " + i))
                    .toList());
            assertThat(answer)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.results[?(@.status == 201)]")
                    .asArray()
                    .hasSize(1_000);
        }

        @ParameterizedTest(name = "{2}")
        @MethodSource
        void whatIsNoBatchIsRefusedAsAWhole(String body, int status, String naming) {
            assertThat(calls.postTo("/batch", body))
                    .hasStatus(status)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyText()
                    .contains(naming);
            assertThat(stored()).isZero();
        }

        static Stream<Arguments> whatIsNoBatchIsRefusedAsAWhole() {
            String good = json("forum", null, "fine");
            return Stream.of(
                    Arguments.of("{}", 422, "/submissions is empty; send 1 to 1000"),
                    Arguments.of("{\"submissions\":[]}", 422, "/submissions is empty"),
                    Arguments.of(
                            "{\"submissions\":[" + String.join(",", Collections.nCopies(1_001, good)) + "]}",
                            422,
                            "/submissions has 1,001 elements"),
                    Arguments.of("{\"submissions\":[" + good + ",7]}", 400, "/submissions/1 must be an object"),
                    Arguments.of("{\"submissions\":[" + good + ",{\"text\":7}]}", 400, "/submissions/1/text must be"),
                    Arguments.of("{\"submissions\":[{\"txt\":\"a\"}]}", 400, "Unknown field \\\"txt\\\""),
                    Arguments.of("{\"submissions\":[" + good, 400, "not valid JSON"));
        }

        private int stored() {
            Object items = SubmissionCalls.body(calls.get("?limit=200")).get("items");
            return ((List<?>) java.util.Objects.requireNonNull(items)).size();
        }

        private MvcTestResult batch(List<String> submissions) {
            return calls.postTo("/batch", "{\"submissions\":[" + String.join(",", submissions) + "]}");
        }
    }
}
