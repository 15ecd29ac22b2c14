package dev.undertone.classification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(Keywords.class)
class ClassifyEndpointTests {

    private static final String PATH = "/api/v1/classify";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    KeywordClassifier classifier;

    @Test
    void oneTextGetsTheWholeAnswerOfTheContract() {
        assertThat(post("{\"text\":\"i am furious with you\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"model":{"checkpoint":"keywords","precision":"fp32"},
                         "results":[{"emotion":"anger","probability":0.9,
                           "scores":{"sadness":0.02,"joy":0.02,"love":0.02,"anger":0.9,"fear":0.02,"surprise":0.02},
                           "sentiment":"negative","tokens":7,"notices":[]}]}
                        """);
    }

    @Test
    void textsAreAnsweredInTheirOrder() {
        assertThat(post("{\"texts\":[\"so sad today\",\"so happy today\",\"so scared today\"]}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results[*].emotion")
                .asArray()
                .containsExactly("sadness", "joy", "fear");
    }

    @Test
    void wordsComeWhenAskedForWithOffsetsInUtf16() {
        MvcTestResult answer = mvc.post()
                .uri(PATH + "?explain=true")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"\uD83D\uDE00 furious\"}")
                .exchange();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.results[0].words")
                .asArray()
                .containsExactly(Map.of("start", 3, "end", 10, "weight", 0.4));
    }

    @Test
    void wordsAreAnEmptyListWhenNoneMovedTheScore() {
        MvcTestResult answer = mvc.post()
                .uri(PATH + "?explain=true")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"nothing of note here\"}")
                .exchange();
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.results[0].words")
                .asArray()
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void whatCannotBeClassifiedIsRefusedAndNamed(String body, int status, String naming) {
        assertThat(post(body))
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains(naming)
                .doesNotContain("dev.undertone", "java.", "jackson", "Exception");
    }

    static Stream<Arguments> whatCannotBeClassifiedIsRefusedAndNamed() {
        String long1 = "a".repeat(20_001);
        return Stream.of(
                Arguments.of("{\"text\":\"\"}", 422, "/text has no readable character"),
                Arguments.of("{\"text\":\" \\t\\n\\u00a0\\u200b\\u0000\"}", 422, "/text has no"),
                Arguments.of("{\"text\":\"\\u3164\\u115f\\ufe0f\\u2800\"}", 422, "/text has no"),
                Arguments.of("{\"texts\":[\"fine\",\"  \"]}", 422, "/texts/1 has no"),
                Arguments.of("{\"text\":\"" + long1 + "\"}", 413, "/text has 20,001 characters"),
                Arguments.of("{\"texts\":[\"" + long1 + "\"]}", 413, "/texts/0 has 20,001"),
                Arguments.of("{\"texts\":[" + list(257) + "]}", 422, "/texts has 257 texts"),
                Arguments.of("{\"texts\":[]}", 422, "/texts is empty"),
                Arguments.of("{\"texts\":[null]}", 422, "/texts/0 is null"),
                Arguments.of("{}", 422, "exactly one of them"),
                Arguments.of("{\"text\":null}", 422, "Send either"),
                Arguments.of("{\"text\":\"a\",\"texts\":[\"b\"]}", 422, "either \\\"text\\\" or \\\"texts\\\""),
                Arguments.of("{\"text\":", 400, "not valid JSON"),
                Arguments.of("", 400, "missing or is not JSON"),
                Arguments.of("null", 400, "missing or"),
                Arguments.of("[]", 400, "The body must be an object"),
                Arguments.of("{\"text\":1}", 400, "/text must be a text in quotes"),
                Arguments.of("{\"text\":true}", 400, "The field /text must be"),
                Arguments.of("{\"text\":{\"a\":1}}", 400, "\"pointer\":\"/text\""),
                Arguments.of("{\"texts\":\"a\"}", 400, "/texts must be a list"),
                Arguments.of("{\"texts\":[\"a\",7]}", 400, "/texts/1 must be a text"),
                Arguments.of(
                        "{\"text\":\"a\",\"lang\":\"en\"}", 400, "Unknown field \\\"lang\\\"; known here: text, texts"),
                Arguments.of("{\"text\":\"a\",\"\\ud800\":1}", 400, "not valid JSON"),
                Arguments.of("{\"text\":\"a\",\"text\":\"b\"}", 400, "not valid JSON"),
                Arguments.of("{\"text\":\"a\"} {}", 400, "\"errors\""),
                Arguments.of("[".repeat(100), 400, "\"status\":400"),
                Arguments.of("{\"a\":" + "[".repeat(100), 400, "\"status\":400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b c d", "half \\ud800 of it", "\\udc00\\ud800 other way", "\\uffff\\ufffe text"})
    void oddCharactersBesideWordsAreNoReasonToRefuse(String text) {
        assertThat(post("{\"text\":\"" + text + "\"}")).hasStatusOk();
    }

    @Test
    void exactlyTheLongestTextAndTheMostTextsAreTaken() {
        assertThat(post("{\"text\":\"" + "a".repeat(20_000) + "\"}")).hasStatusOk();
        assertThat(post("{\"texts\":[" + list(256) + "]}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.results.length()")
                .isEqualTo(256);
    }

    @Test
    void aBusyModelIsA503ThatSaysWhenToTryAgain() {
        classifier.refuse(1);
        assertThat(post("{\"text\":\"hello there friend\"}"))
                .hasStatus(503)
                .hasHeader("Retry-After", "2")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("\"detail\":\"all predictors are busy, nothing was classified.\"");
    }

    @Test
    void anotherContentTypeIs415() {
        MvcTestResult answer = mvc.post()
                .uri(PATH)
                .contentType(MediaType.TEXT_PLAIN)
                .content("hello")
                .exchange();
        assertThat(answer).hasStatus(415).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anotherMethodIs405AndNamesTheRightOne() {
        assertThat(mvc.method(HttpMethod.GET).uri(PATH))
                .hasStatus(405)
                .hasHeader("Allow", "POST")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anExplainThatIsNeitherTrueNorFalseIs400() {
        MvcTestResult answer = mvc.post()
                .uri(PATH + "?explain=perhaps")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"hello there friend\"}")
                .exchange();
        assertThat(answer).hasStatus(400).bodyText().contains("explain").doesNotContain("java.");
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String list(int size) {
        return String.join(",", Collections.nCopies(size, "\"text\""));
    }
}
