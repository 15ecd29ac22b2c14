package dev.undertone.benchmark.service;

import dev.undertone.benchmark.contestant.Sample;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** Requests to classify, made before they are sent. */
final class ClassifyRequests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpRequest> requests;

    private ClassifyRequests(List<HttpRequest> requests) {
        this.requests = requests;
    }

    /** One text a request. */
    static ClassifyRequests each(URI service, List<Sample> samples) {
        return new ClassifyRequests(samples.stream()
                .map(sample -> request(service, Map.of("text", sample.text())))
                .toList());
    }

    /** All texts in one request. */
    static ClassifyRequests together(URI service, List<Sample> samples) {
        return new ClassifyRequests(List.of(request(
                service, Map.of("texts", samples.stream().map(Sample::text).toList()))));
    }

    private static HttpRequest request(URI service, Map<String, Object> body) {
        return HttpRequest.newBuilder(service.resolve("/api/v1/classify"))
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    /** Sends the request of a number, beginning anew when all were sent; says whether it was answered with 200. */
    CompletableFuture<Boolean> ask(int number) {
        return send(number).thenApply(answer -> answer.statusCode() == OK);
    }

    private CompletableFuture<HttpResponse<byte[]>> send(int number) {
        return client.sendAsync(requests.get(Math.floorMod(number, requests.size())), BodyHandlers.ofByteArray());
    }

    /** Sends it and waits; the wait in nanoseconds. */
    long wait(int number) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = send(number).join();
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("the service answered with " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return System.nanoTime() - start;
    }
}
