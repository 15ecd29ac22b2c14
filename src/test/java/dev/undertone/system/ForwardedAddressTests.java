package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Behind a proxy that says for whom it asks; the tests are that proxy. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.forward-headers-strategy=native",
            "undertone.demo.rate-limit.requests-per-minute=1",
            "undertone.demo.rate-limit.burst=1"
        })
@ActiveProfiles("test")
@Import(Keywords.class)
class ForwardedAddressTests {

    @LocalServerPort
    private int port;

    @Test
    void whoeverIsBehindTheProxyIsCountedAndNotTheProxy() {
        assertThat(classifyFor("198.51.100.7")).isEqualTo(200);
        assertThat(classifyFor("198.51.100.7")).isEqualTo(429);
        assertThat(classifyFor("198.51.100.8")).isEqualTo(200);
    }

    private int classifyFor(String visitor) {
        return new Http(port)
                .send(
                        "POST",
                        "/api/v1/classify",
                        "{\"text\":\"hello\"}",
                        "Content-Type",
                        "application/json",
                        "X-Forwarded-For",
                        visitor)
                .statusCode();
    }
}
