package dev.undertone.drill;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param request what it was asked
 * @param status of the answer
 * @param headers by name, in any case
 * @param content the body
 */
record Answer(String request, int status, Map<String, List<String>> headers, String content) {

    private static final JsonMapper MAPPER = new JsonMapper();

    static Answer of(String request, HttpResponse<String> response) {
        return new Answer(request, response.statusCode(), response.headers().map(), response.body());
    }

    JsonNode body() {
        return MAPPER.readTree(content);
    }

    String text(String field) {
        JsonNode value = body().get(field);
        if (value == null || !value.isString()) {
            throw new AssertionError("no text \"" + field + "\" in " + this);
        }
        return value.stringValue();
    }

    String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    /** Whether it says that the service cannot take it now. */
    boolean isUnavailable() {
        return status == 503 && saysWhenToComeAgain();
    }

    /** Whether it says that the service cannot take it now or has no room for it. */
    boolean isRefusal() {
        return (status == 503 || status == 507) && saysWhenToComeAgain();
    }

    private boolean saysWhenToComeAgain() {
        return header("Content-Type").equals("application/problem+json")
                && header("Retry-After").matches("[1-9]\\d*");
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + headers + " " + content;
    }
}
