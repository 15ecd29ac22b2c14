package dev.undertone.drill;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Requests that endpoints should not be asked, made of values that they should not be given. */
final class NonsenseRequests {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern UNSENDABLE = Pattern.compile("[^\\x20-\\x7e\\xa0-\\xff]");
    private static final String BOUNDARY = "drill";

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json;charset=utf-16",
            "application/json;charset=nothing",
            "application/xml",
            "nonsense",
            "*/*",
            ";",
            "application/json, text/html");
    private static final List<String> SEGMENTS = List.of("%00", "%2e%2e%2f", "%ff%fe", "%25", "..", ";x=y", "%5c");

    /** As a lone half of a character pair has no form in UTF-8, it travels as an escape, like everything unusual. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final int port;
    private final Nonsense nonsense;

    NonsenseRequests(int port, Nonsense nonsense) {
        this.port = port;
        this.nonsense = nonsense;
    }

    HttpRequest to(Endpoint endpoint, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path(endpoint) + query(endpoint)));
        String method = nonsense.chance(4) ? nonsense.oneOf(METHODS) : endpoint.method();
        boolean bodiless = endpoint.contentType().isEmpty() && nonsense.chance(90);
        request.method(method, bodiless ? BodyPublishers.noBody() : body(endpoint));
        request.header("Content-Type", type(endpoint));
        request.header("Authorization", nonsense.chance(96) ? "Bearer " + key : credentials());
        if (nonsense.chance(30)) {
            request.header("Idempotency-Key", sendable(nonsense.word()));
        }
        if (nonsense.chance(8)) {
            request.header("Accept", nonsense.chance(50) ? "text/html" : sendable(nonsense.word()));
        }
        return request.build();
    }

    private String path(Endpoint endpoint) {
        Matcher variable = VARIABLE.matcher(endpoint.path());
        return variable.replaceAll(any -> Matcher.quoteReplacement(segment()));
    }

    private String segment() {
        if (nonsense.chance(5)) {
            return nonsense.oneOf(SEGMENTS);
        }
        String encoded = encoded(nonsense.word());
        return encoded.isEmpty() ? "%20" : shortened(encoded);
    }

    private String query(Endpoint endpoint) {
        List<String> names = new ArrayList<>(endpoint.parameters());
        names.removeIf(name -> nonsense.chance(50));
        if (nonsense.chance(5)) {
            names.add(nonsense.word());
        }
        StringBuilder query = new StringBuilder();
        for (String name : names) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(shortened(encoded(name)))
                    .append('=')
                    .append(shortened(encoded(nonsense.word())));
        }
        return query.toString();
    }

    private static String shortened(String encoded) {
        return encoded.length() > 2000 ? "long" : encoded;
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private BodyPublisher body(Endpoint endpoint) {
        if (nonsense.chance(4)) {
            return BodyPublishers.ofByteArray(nonsense.bytes());
        }
        if (nonsense.chance(2)) {
            return BodyPublishers.ofString("[".repeat(5000));
        }
        if (endpoint.contentType().startsWith("multipart/")) {
            return BodyPublishers.ofString(multipart(endpoint));
        }
        String json = MAPPER.writeValueAsString(nonsense.value(endpoint, endpoint.body(), 0));
        if (nonsense.chance(5)) {
            json = json.substring(0, json.length() / 2);
        }
        return BodyPublishers.ofString(json);
    }

    private String multipart(Endpoint endpoint) {
        StringBuilder body = new StringBuilder();
        endpoint.resolved(endpoint.body())
                .path("properties")
                .propertyNames()
                .forEach(name -> body.append("--")
                        .append(BOUNDARY)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append(
                                nonsense.chance(70)
                                        ? "\"; filename=\"" + nonsense.oneOf(List.of("a.csv", "b.jsonl", "c"))
                                        : "")
                        .append("\"\r\n\r\n")
                        .append(nonsense.chance(50) ? "text,channel\nfurious,forum\n" : nonsense.word())
                        .append("\r\n"));
        return body.append("--").append(BOUNDARY).append("--\r\n").toString();
    }

    private String type(Endpoint endpoint) {
        if (nonsense.chance(5)) {
            return nonsense.oneOf(TYPES);
        }
        return endpoint.contentType().startsWith("multipart/")
                ? "multipart/form-data; boundary=" + BOUNDARY
                : "application/json";
    }

    private String credentials() {
        String word = sendable(nonsense.word());
        return switch (word.length() % 4) {
            case 0 -> "Bearer " + word;
            case 1 -> "Basic " + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
            case 2 -> "Bearer";
            default -> word;
        };
    }

    /** Without what an HTTP client refuses to put into a header. */
    private static String sendable(String word) {
        String clean = UNSENDABLE.matcher(word).replaceAll("?").strip();
        return clean.length() > 4000 ? clean.substring(0, 4000) : clean;
    }
}
