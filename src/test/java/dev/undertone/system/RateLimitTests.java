package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"undertone.demo.rate-limit.requests-per-minute=60", "undertone.demo.rate-limit.burst=2"})
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(Keywords.class)
class RateLimitTests {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @Autowired
    MockMvcTester mvc;

    @TestBean
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    static Clock clock() {
        InstantSource settable = NOW::get;
        return settable.withZone(ZoneOffset.UTC);
    }

    @Test
    void whoeverSpentTheBurstIsToldWhenToComeBackAndThenServed() {
        assertThat(post("192.0.2.1")).hasStatusOk();
        assertThat(post("192.0.2.1")).hasStatusOk();
        assertThat(post("192.0.2.1"))
                .hasStatus(429)
                .hasHeader("Retry-After", "1")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        NOW.updateAndGet(now -> now.plus(Duration.ofSeconds(1)));
        assertThat(post("192.0.2.1")).hasStatusOk();
        assertThat(post("192.0.2.1")).hasStatus(429);
    }

    @Test
    void anotherWayOfWritingThePathIsNotFree() {
        assertThat(post("192.0.2.5", "/%61pi/v1/%63lassify")).hasStatusOk();
        assertThat(post("192.0.2.5", "/api/v1/c%6cassify")).hasStatusOk();
        assertThat(post("192.0.2.5", "/%61pi/v1/%63lassify")).hasStatus(429);
    }

    @Test
    void othersAreServedMeanwhile() {
        post("192.0.2.2");
        post("192.0.2.2");
        assertThat(post("192.0.2.2")).hasStatus(429);
        assertThat(post("192.0.2.3")).hasStatusOk();
    }

    @Test
    void aForwardedAddressIsNotBelievedUnlessAProxyIsConfigured(@LocalServerPort int port) {
        assertThat(forwarded(port, "198.51.100.7").statusCode()).isEqualTo(200);
        assertThat(forwarded(port, "198.51.100.8").statusCode()).isEqualTo(200);
        assertThat(forwarded(port, "198.51.100.9").statusCode()).isEqualTo(429);
    }

    /** Over a real connection, as it is the container that believes the header or does not. */
    private static HttpResponse<String> forwarded(int port, String address) {
        return new Http(port)
                .send(
                        "POST",
                        "/api/v1/classify",
                        "{\"text\":\"hello\"}",
                        "Content-Type",
                        "application/json",
                        "X-Forwarded-For",
                        address);
    }

    private MvcTestResult post(String address) {
        return post(address, "/api/v1/classify");
    }

    private MvcTestResult post(String address, String path) {
        return mvc.post()
                .uri(URI.create(path))
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"hello\"}")
                .exchange();
    }
}
