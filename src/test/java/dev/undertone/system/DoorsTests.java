package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "undertone.system.max-body-size=64KB")
@ActiveProfiles("test")
@Import(Keywords.class)
class DoorsTests {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    @Autowired
    Environment environment;

    Http http = new Http(0);

    @BeforeEach
    void connect() {
        http = new Http(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator/health/liveness",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/css/base.css",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/favicon.svg"
            })
    void whatIsMeantToBeOpenIs(String path) {
        assertThat(http.get(path).statusCode()).isEqualTo(200);
        HttpResponse<String> head = http.send("HEAD", path, "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void healthIsOpenAndKeepsItsReasonsToItself() {
        HttpResponse<String> answer = http.get("/actuator/health");
        assertThat(answer.statusCode()).isIn(200, 503);
        assertThat(answer.body()).contains("\"status\"").doesNotContain("reason", "components\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/classify", "/api/v1/nothing", "/x;y", "/css/none.css"})
    void everyAnswerCarriesTheStrictHeaders(String path) {
        var headers = http.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/api/v1/nothing", "/v3/nothing"})
    void aProgramIsToldThatThereIsNothing(String path) {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, There is nothing at this address",
        "POST, /nothing, 404, There is nothing at this address",
        "GET, /error, 404, There is nothing at this address",
        "PUT, /, 405, This address cannot be used that way",
        "GET, /css/none.css, 404, There is nothing at this address"
    })
    void aPersonGetsAPageInPlainWords(String method, String path, int status, String words) {
        HttpResponse<String> answer = http.send(method, path, "", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("<h1>" + words + "</h1>", "Undertone");
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "dev.undertone", "??");
    }

    @Test
    void thePagesScriptGetsAPartInsteadOfAPage() {
        HttpResponse<String> answer = http.get("/nothing", "HX-Request", "true");
        assertThat(answer.body()).contains("There is nothing at this address").doesNotContain("<html");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIs413() {
        HttpResponse<String> answer = http.send("POST", "/api/v1/classify", tooLarge(), "Content-Type", JSON);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("larger than 65,536 bytes");
    }

    @Test
    void aBodyThatDoesNotSayItIsTooLargeIs413AsSoonAsItIs() {
        HttpResponse<String> answer = http.chunked("/api/v1/classify", tooLarge(), "Content-Type", JSON);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("larger than 65,536 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "iso-8859-1", "UTF-32", "\"utf-16\"", "none"})
    void whateverCharsetIsWantedTheAnswerIsUtf8(String charset) {
        HttpResponse<String> answer = http.get("/actuator/health/liveness", "Accept", JSON + ";charset=" + charset);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"");
    }

    @Test
    void anotherWayOfWritingThePathIsHeldToTheSameLimit() {
        HttpResponse<String> answer = http.chunked("/%61pi/v1/%63lassify", tooLarge(), "Content-Type", JSON);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).contains("larger than 65,536 bytes");
    }

    @Test
    void otherOriginsGetNoLeave() {
        HttpResponse<String> answer = http.send(
                "POST",
                "/api/v1/classify",
                "{\"text\":\"hello\"}",
                "Content-Type",
                JSON,
                "Origin",
                "https://elsewhere.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void theApiDescriptionNamesTheEndpointAndItsLimits() {
        assertThat(http.get("/v3/api-docs").body()).contains("\"/api/v1/classify\"", "20,000");
    }

    @Test
    void theApiDescriptionSaysHowToShowAKeyAndWhatMayBeSentTwice() {
        JsonNode api = JsonMapper.shared().readTree(http.get("/v3/api-docs").body());
        assertThat(api.at("/components/securitySchemes/api-key/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0").has("api-key")).isTrue();
        assertThat(api.at("/paths/~1api~1v1~1classify/post/security/0")).isEmpty();
        JsonNode submit = api.at("/paths/~1api~1v1~1submissions/post");
        assertThat(submit.at("/parameters/0/name").asString()).isEqualTo("Idempotency-Key");
        assertThat(submit.at("/responses").propertyNames()).contains("200", "201");
        assertThat(api.at("/paths/~1api~1v1~1policies~1{id}~1versions/post/parameters")
                        .toString())
                .contains("Idempotency-Key");
    }

    @Test
    void aFormThatIsTooLargeIs413() {
        String form = "text=" + "a".repeat(11_000_000);
        HttpResponse<String> answer = http.send(
                "POST", "/", form, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("more than can be read at once");
    }

    private static String tooLarge() {
        return "{\"text\":\"" + "a".repeat(70_000) + "\"}";
    }
}
