package dev.undertone.drill;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        HttpRequest.Builder request = posting(path, body);
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** Sends without waiting for the answer. */
    CompletableFuture<Answer> postLater(String path, Map<String, ?> body) {
        return CLIENT.sendAsync(posting(path, body).build(), BodyHandlers.ofString())
                .thenApply(response -> new Answer("POST " + path, response));
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
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(LIMIT);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder posting(String path, Map<String, ?> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
    }

    private static Answer send(HttpRequest request) {
        return new Answer(request.method() + " " + request.uri().getPath(), exchange(request));
    }

    /** Sends any request at all. */
    static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The connection ended before an answer came; what was asked may have been done or not. */
    static final class NoAnswer extends RuntimeException {
        NoAnswer(HttpRequest request, IOException cause) {
            super(request + " had no answer", cause);
        }
    }
}
