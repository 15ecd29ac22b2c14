package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.classification.web.Keywords;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "undertone.demo.enabled=false")
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(Keywords.class)
class ClosedDemoTests {

    @Autowired
    MockMvcTester mvc;

    @Test
    void theEndpointIsClosed() {
        assertThat(mvc.post()
                        .uri("/api/v1/classify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"text\":\"hello\"}"))
                .hasStatus(403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void thePagesAreClosed() {
        assertThat(mvc.get().uri("/").accept(MediaType.TEXT_HTML)).hasStatus(403);
        assertThat(mvc.get().uri("/batch").accept(MediaType.TEXT_HTML)).hasStatus(403);
    }

    @Test
    void operationsStayOpen() {
        assertThat(mvc.get().uri("/actuator/health/liveness")).hasStatusOk();
    }
}
