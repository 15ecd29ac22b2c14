package dev.undertone.review.web;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Calls the endpoints of the queue with somebody's key. */
record ReviewCalls(MockMvcTester mvc, String key) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, "");
    }

    MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, path, body.replace('\'', '"'));
    }

    MvcTestResult send(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri(URI.create("/api/v1" + path))
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    static Map<String, Object> body(MvcTestResult answer) {
        return JSON.readValue(answer.getResponse().getContentAsByteArray(), new TypeReference<>() {});
    }
}
