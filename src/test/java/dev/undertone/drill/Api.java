package dev.undertone.drill;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A caller of the API over a real connection.
 *
 * @param port where the service listens
 * @param key the caller's API key
 */
record Api(int port, String key) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The same service with somebody else's key. */
    Api as(String otherKey) {
        return new Api(port, otherKey);
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, Map<String, ?> body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** Goes through all pages of a list. */
    void each(String path, Consumer<JsonNode> action) {
        String separator = path.contains("?") ? "&" : "?";
        String after = "";
        do {
            Answer page = get(path + separator + "limit=200" + after);
            if (page.status() != 200) {
                throw new AssertionError(page.toString());
            }
            page.body().get("items").forEach(action);
            JsonNode next = page.body().get("next");
            after = next == null || next.isNull()
                    ? ""
                    : "&after=" + URLEncoder.encode(next.stringValue(), StandardCharsets.UTF_8);
        } while (!after.isEmpty());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + key)
                .timeout(LIMIT);
    }

    private static Answer send(HttpRequest request) {
        String asked = request.method() + " " + request.uri().getPath();
        try {
            return new Answer(asked, CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new NoAnswer(asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The connection ended before an answer came; what was asked may have been done or not. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(String asked, IOException cause) {
            super(asked + " had no answer", cause);
        }
    }
}
