package dev.undertone.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
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

    /**
     * Sends in the calling thread alone: where many ask for as much as the machine can do, every other thread of theirs
     * would take some of it from the service.
     */
    Answer postPlainly(String path, Map<String, ?> body) {
        byte[] content = MAPPER.writeValueAsBytes(body);
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address(path).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Authorization", "Bearer " + key);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setReadTimeout((int) LIMIT.toMillis());
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(content.length);
            connection.getOutputStream().write(content);
            int status = connection.getResponseCode();
            try (InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(
                        "POST " + path,
                        status,
                        connection.getHeaderFields(),
                        new String(answer.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to POST " + path, e);
        }
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

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(LIMIT);
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpRequest.Builder posting(String path, Map<String, ?> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)));
    }

    private static Answer send(HttpRequest request) {
        return Answer.of(request.method() + " " + request.uri().getPath(), exchange(request));
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
