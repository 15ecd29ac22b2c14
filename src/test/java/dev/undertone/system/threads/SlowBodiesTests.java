package dev.undertone.system.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;

/** Senders who begin a body and never end it, more of them than the server has threads. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.tomcat.threads.max=8", "undertone.system.threads.per-address=3"})
@ActiveProfiles("test")
@Import(Keywords.class)
class SlowBodiesTests {

    private static final int ALLOWED = 3;
    private static final int SENDERS = 24;
    private static final int PATIENCE = 10_000;
    private static final int FEW = 500;
    private static final String LOGIN =
            "POST /login|Content-Type: application/x-www-form-urlencoded|Content-Length: 1000||n";

    private final List<Socket> open = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    Environment environment;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOGIN,
                "POST /api/v1/classify|Content-Type: application/json|Transfer-Encoding: chunked||5|{\"tex",
                "POST /batch|Content-Type: multipart/form-data; boundary=x|Content-Length: 1000|Accept: text/html||--x|",
                "POST /|Content-Type: application/x-www-form-urlencoded|Content-Length: 1000|Accept: text/html||t",
                "PUT /css/base.css|Content-Length: 1000||n",
                "GET /actuator/health|Content-Length: 1000||n",
                "GET /nothing|Content-Length: 1000|Connection: close||n",
            })
    void leaveThreadsForOthers(String request) throws Exception {
        for (int i = 0; i < SENDERS; i++) {
            begin(request);
        }
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void areToldSoUntilOneOfThemIsThrough() throws Exception {
        for (int i = 0; i < ALLOWED; i++) {
            begin(LOGIN);
        }
        HttpResponse<String> refusal = getUntil(429, FEW);
        for (int more = 0; refusal.statusCode() != 429 && more < ALLOWED; more++) {
            // One of them was refused itself, as it came while this was asked.
            begin(LOGIN);
            refusal = getUntil(429, FEW);
        }
        assertThat(refusal.headers().firstValue("Retry-After")).contains("1");
        assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refusal.body()).contains("with fewer at the same time");
        open.get(0).close();
        assertThat(getUntil(404, PATIENCE).statusCode()).isEqualTo(404);
    }

    private void begin(String request) throws IOException {
        Socket socket = new Socket("localhost", port());
        open.add(socket);
        String[] lines = request.split("\\|", -1);
        String rest = String.join("\r\n", lines).substring(lines[0].length());
        String text = lines[0] + " HTTP/1.1\r\nHost: localhost" + rest;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private HttpResponse<String> getUntil(int status, int most) throws Exception {
        HttpResponse<String> answer = get("/v3/nothing");
        for (int tries = 0; answer.statusCode() != status && tries < most; tries++) {
            answer = get("/v3/nothing");
        }
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://localhost:" + port() + path);
        return client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
