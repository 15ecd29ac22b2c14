package dev.undertone.system.threads;

import dev.undertone.ratelimit.CallerAddress;
import dev.undertone.ratelimit.TooManyRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a request whose address occupies all the threads that it may. A body is read on a thread for as long as its
 * sender takes, a byte a while, so that a few hundred slow ones would otherwise leave no thread for anybody. What waits
 * without a thread, as a stream of events does, is not counted.
 */
final class AddressLimit extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Occupants occupants;
    private final HandlerExceptionResolver problems;

    AddressLimit(Occupants occupants, HandlerExceptionResolver problems) {
        this.occupants = occupants;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CallerAddress caller = CallerAddress.of(request.getRemoteAddr());
        if (!occupants.enter(caller)) {
            problems.resolveException(
                    request, response, null, new TooManyRequests(RETRY_AFTER, ", with fewer at the same time"));
            return;
        }
        RestOfBody.leftBy(caller, request);
        try {
            chain.doFilter(request, response);
        } finally {
            occupants.leave(caller);
        }
    }

    /** Whoever asks whether the service is well may stand behind the address of others, and has no body to send. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().startsWith(request.getContextPath() + "/actuator/health")
                && request.getContentLengthLong() <= 0
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }
}
