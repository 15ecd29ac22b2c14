package dev.undertone.moderation.web;

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

    SubmissionCalls(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    MvcTestResult post(String body) {
        return postTo("", body);
    }

    MvcTestResult postTo(String path, String body) {
        return mvc.post()
                .uri(PATH + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult get(String path) {
        return mvc.get().uri(java.net.URI.create(PATH + path)).exchange();
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
