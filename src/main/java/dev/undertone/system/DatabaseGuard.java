package dev.undertone.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers when the database does not do its work, wherever that was noticed: filters look up API keys before any
 * controller is asked. Stands around everything, so that a module that has better words of its own comes first.
 */
final class DatabaseGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGuard.class);

    private final HandlerExceptionResolver problems;

    DatabaseGuard(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            Optional<DatabaseFault> fault = DatabaseFault.behind(failure);
            if (fault.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            LOG.warn(
                    "{}: {}",
                    fault.get(),
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            response.resetBuffer();
            problems.resolveException(request, response, null, new DatabaseUnavailable(fault.get(), failure));
        }
    }

    /** The answer, in the form in which others are given. */
    private static final class DatabaseUnavailable extends ErrorResponseException {

        private final DatabaseFault fault;

        DatabaseUnavailable(DatabaseFault fault, Exception failure) {
            super(fault.status(), fault.asProblem(), failure);
            this.fault = fault;
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, fault.retryAfter());
            return headers;
        }
    }
}
