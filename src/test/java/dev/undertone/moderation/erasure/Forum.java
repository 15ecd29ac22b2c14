package dev.undertone.moderation.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.TestKeys;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A forum that sends texts in, its moderators and its data protection officer, in one. */
final class Forum {

    private static final String REVIEWABLES = "/api/v1/reviewables/";

    private final MockMvcTester http;
    private final TestKeys keys;

    Forum(MockMvcTester http, ApiKeys keys) {
        this.http = http;
        this.keys = new TestKeys(keys);
    }

    /** Sends a text in, with a new Idempotency-Key, and gives its id. */
    String submit(String author, String externalId, String text, String context) {
        return json(post("/api/v1/submissions", """
                        {"channel":"forum","author":"%s","externalId":"%s","text":"%s","context":"%s"}""".formatted(author, externalId, text, context)))
                .get("id")
                .stringValue();
    }

    /** Sends a file in and gives its id. */
    String upload(String csv) {
        return json(send(HttpMethod.POST, "/api/v1/submissions/files?channel=forum", "text/csv", csv))
                .get("id")
                .stringValue();
    }

    /** The item of a submission in the queue, whatever its status. */
    String itemOf(String submission) {
        for (String status : new String[] {"", "?status=DECIDED", "?status=ERASED"}) {
            for (JsonNode item : get(REVIEWABLES.substring(0, REVIEWABLES.length() - 1) + status)
                    .get("items")) {
                if (item.get("submission").get("id").stringValue().equals(submission)) {
                    return item.get("id").stringValue();
                }
            }
        }
        throw new AssertionError("no item of " + submission);
    }

    JsonNode claim(String item) {
        return json(post(REVIEWABLES + item + "/claim", ""));
    }

    /** Decides about a claimed item. */
    MvcTestResult decide(JsonNode claimed, String reason) {
        return post(
                REVIEWABLES + claimed.get("id").stringValue() + "/decision",
                "{\"outcome\":\"REJECTED\",\"version\":%s,\"token\":%s,\"reason\":\"%s\"}"
                        .formatted(claimed.get("version"), claimed.get("lease").get("token"), reason));
    }

    MvcTestResult note(String item, String text) {
        return post(REVIEWABLES + item + "/notes", "{\"text\":\"" + text + "\"}");
    }

    /** Erases an author and gives the receipt. */
    JsonNode erase(String author) {
        return json(eraseRaw(URLEncoder.encode(author, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    MvcTestResult eraseRaw(String encoded) {
        return send(HttpMethod.DELETE, "/api/v1/authors/" + encoded, MediaType.APPLICATION_JSON_VALUE, "");
    }

    JsonNode get(String path) {
        return json(send(HttpMethod.GET, path, MediaType.APPLICATION_JSON_VALUE, ""));
    }

    MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, path, MediaType.APPLICATION_JSON_VALUE, body);
    }

    private MvcTestResult send(HttpMethod method, String path, String type, String body) {
        return http.method(method)
                .uri(URI.create(path))
                .with(keys.ofAdministrator())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(type)
                .content(body)
                .exchange();
    }

    static JsonNode json(MvcTestResult answer) {
        assertThat(answer).hasStatus2xxSuccessful();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
