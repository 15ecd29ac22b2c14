package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.account.login.Identity;
import dev.undertone.audit.Actor;
import dev.undertone.classification.web.Keywords;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        properties = {
            "undertone.demo.enabled=false",
            "undertone.demo.rate-limit.burst=2",
            "spring.datasource.url=jdbc:h2:mem:closed;DB_CLOSE_DELAY=-1"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(Keywords.class)
class ClosedDemoTests {

    @Autowired
    MockMvcTester mvc;

    private static final String BODY = "{\"text\":\"hello\"}";

    @Autowired
    ApiKeys keys;

    @Autowired
    People people;

    @Test
    void theEndpointAsksWhoeverShowsNoKey() {
        assertThat(mvc.post()
                        .uri("/api/v1/classify")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(mvc.post()
                        .uri("/api/v1/classify")
                        .header("Authorization", "Bearer ut_wrong")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY))
                .hasStatus(401);
    }

    @Test
    void aKeyOpensTheEndpoint() {
        String key = keys.create("closed-demo", EnumSet.of(Scope.READ), Actor.service());
        assertThat(mvc.post()
                        .uri("/api/v1/classify")
                        .header("Authorization", "Bearer " + key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(BODY))
                .hasStatusOk();
    }

    @Test
    void aKeyIsNotCountedAsAVisitor() {
        String key = keys.create("closed-demo-often", EnumSet.of(Scope.READ), Actor.service());
        for (int i = 0; i < 3; i++) {
            assertThat(mvc.post()
                            .uri("/api/v1/classify")
                            .header("Authorization", "Bearer " + key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(BODY))
                    .hasStatusOk();
        }
    }

    @Test
    void thePagesLeadToTheLogin() {
        assertThat(mvc.get().uri("/").accept(MediaType.TEXT_HTML)).hasRedirectedUrl("/login?next=%2F");
        assertThat(mvc.get().uri("/batch").accept(MediaType.TEXT_HTML)).hasRedirectedUrl("/login?next=%2Fbatch");
    }

    @Test
    void thePagesAreOpenToWhoeverHasSignedIn() {
        MockHttpSession session = new MockHttpSession();
        PersonDetails person = people.create("Closed Demo", Role.VIEWER, "correct horse battery", Actor.service());
        Identity identity = new Identity.OfPerson(person.id(), person.name(), person.role(), person.epoch());
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(identity.authentication()));
        for (String page : List.of("/", "/batch")) {
            assertThat(mvc.get().uri(page).session(session).accept(MediaType.TEXT_HTML))
                    .hasStatusOk();
        }
    }

    @Test
    void operationsStayOpen() {
        assertThat(mvc.get().uri("/actuator/health/liveness")).hasStatusOk();
    }
}
