package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.SignedIn;
import dev.undertone.account.login.Identity;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a caller with every scope uses it; remembers how many audit entries each mutating call wrote. */
final class RecordedApi {

    private final MockMvcTester http;
    private final JdbcTemplate jdbc;
    private final String key;
    private final Map<String, Long> written = new TreeMap<>();

    RecordedApi(MockMvcTester http, JdbcTemplate jdbc, String key) {
        this.http = http;
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Sends JSON and gives the JSON of the answer, which must be a success. */
    JsonNode call(HttpMethod method, String uri, String json) {
        return send(method, uri, MediaType.APPLICATION_JSON, json);
    }

    /** Sends a CSV file as the body itself. */
    JsonNode upload(String uri, String csv) {
        return send(HttpMethod.POST, uri, MediaType.parseMediaType("text/csv"), csv);
    }

    /**
     * Sends the form of a page as this person, who has signed in; the answer must be a page or lead to one.
     *
     * @param fields names and values in turn
     */
    MvcTestResult form(Identity.OfPerson person, String uri, String... fields) {
        long before = entries();
        MockMvcTester.MockMvcRequestBuilder request =
                http.post().uri(uri).with(SignedIn.as(person)).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request = request.formField(fields[i], fields[i + 1]);
        }
        MvcTestResult result = request.exchange();
        assertThat(result.getResponse().getStatus()).as("POST " + uri).isBetween(200, 399);
        assertThat(result.getResponse().getHeader("Location")).as("POST " + uri).isNotEqualTo("/login");
        count(HttpMethod.POST, result, before);
        return result;
    }

    private void count(HttpMethod method, MvcTestResult result, long before) {
        Object pattern = result.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (method.equals(HttpMethod.GET)) {
            return;
        }
        // The fewest of all calls: none of them may go unrecorded.
        written.merge(method + " " + pattern, entries() - before, Math::min);
    }

    private JsonNode send(HttpMethod method, String uri, MediaType type, String content) {
        long before = entries();
        MvcTestResult result = http.method(method)
                .uri(uri)
                .header("Authorization", "Bearer " + key)
                .contentType(type)
                .content(content)
                .exchange();
        assertThat(result).as(method + " " + uri).hasStatus2xxSuccessful();
        count(method, result, before);
        byte[] body = result.getResponse().getContentAsByteArray();
        return body.length == 0
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(body);
    }

    JsonNode post(String uri, String json) {
        return call(HttpMethod.POST, uri, json);
    }

    /** For each endpoint that was called, the fewest entries that a call wrote. */
    Map<String, Long> written() {
        return Collections.unmodifiableMap(written);
    }

    private long entries() {
        Long count = jdbc.queryForObject("select count(*) from audit_entry", Long.class);
        return count == null ? 0 : count;
    }
}
