package dev.undertone.moderation.web;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calls the endpoints for submissions as a program does that may. */
final class SubmissionCalls {

    private static final String PATH = "/api/v1/submissions";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvcTester mvc;

    private final TestKeys keys;

    SubmissionCalls(MockMvcTester mvc, ApiKeys keys) {
        this.mvc = mvc;
        this.keys = new TestKeys(keys);
    }

    MvcTestResult post(String body) {
        return postTo("", body);
    }

    MvcTestResult postTo(String path, String body) {
        return mvc.post()
                .uri(PATH + path)
                .with(keys.of("forum"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult postAccepting(String types, String body) {
        return mvc.post()
                .uri(PATH)
                .with(keys.of("forum"))
                .header("Accept", types)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult get(String path) {
        return mvc.get()
                .uri(java.net.URI.create(PATH + path))
                .with(keys.of("forum"))
                .exchange();
    }

    static String json(String channel, @Nullable String externalId, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("channel", channel);
        body.put("externalId", externalId);
        body.put("text", text);
        return JSON.writeValueAsString(body);
    }

    static Map<String, Object> body(MvcTestResult answer) {
        return JSON.readValue(answer.getResponse().getContentAsByteArray(), new TypeReference<>() {});
    }
}
