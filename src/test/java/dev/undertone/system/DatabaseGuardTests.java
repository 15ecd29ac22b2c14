package dev.undertone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;

@OnH2
class DatabaseGuardTests {

    private final DatabaseGuard guard;

    DatabaseGuardTests(@Autowired @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.guard = new DatabaseGuard(problems);
    }

    @Test
    void aProgramIsToldWhenToComeAgainAndNothingOfTheDatabase() throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        guard.doFilter(request("/api/v1/submissions"), answer, failingWith(gone()));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).doesNotContain("insert into", "Exception");
    }

    @Test
    void aPersonGetsTheErrorPage() throws Exception {
        MockHttpServletRequest request = request("/queue");
        request.addHeader("Accept", "text/html");
        MockHttpServletResponse answer = new MockHttpServletResponse();
        guard.doFilter(request, answer, failingWith(new ServletException(gone())));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getErrorMessage()).isNull();
    }

    @Test
    void aFaultOfOursStaysOne() {
        RuntimeException ours = new DataIntegrityViolationException("insert into x");
        assertThatThrownBy(() -> guard.doFilter(
                        request("/api/v1/submissions"), new MockHttpServletResponse(), failingWith(ours)))
                .isSameAs(ours);
    }

    private static RuntimeException gone() {
        return new DataAccessResourceFailureException("insert into x: connection refused");
    }

    private static MockHttpServletRequest request(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static FilterChain failingWith(Exception failure) {
        return (request, response) -> {
            if (failure instanceof ServletException wrapped) {
                throw wrapped;
            }
            throw (RuntimeException) failure;
        };
    }
}
