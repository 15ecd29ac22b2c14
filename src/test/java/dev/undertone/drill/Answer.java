package dev.undertone.drill;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param request what it was asked
 * @param response what came back
 */
record Answer(String request, HttpResponse<String> response) {

    private static final JsonMapper MAPPER = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    JsonNode body() {
        return MAPPER.readTree(response.body());
    }

    String text(String field) {
        JsonNode value = body().get(field);
        if (value == null || !value.isString()) {
            throw new AssertionError("no text \"" + field + "\" in " + this);
        }
        return value.stringValue();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Whether it says that the service cannot take it now. */
    boolean isUnavailable() {
        return status() == 503 && saysWhenToComeAgain();
    }

    /** Whether it says that the service cannot take it now or has no room for it. */
    boolean isRefusal() {
        return (status() == 503 || status() == 507) && saysWhenToComeAgain();
    }

    private boolean saysWhenToComeAgain() {
        return header("Content-Type").equals("application/problem+json")
                && header("Retry-After").matches("[1-9]\\d*");
    }

    @Override
    public String toString() {
        return request + " -> " + status() + " " + response.headers().map() + " " + response.body();
    }
}
