package dev.undertone.system;

import dev.undertone.ratelimit.Allowance;
import dev.undertone.ratelimit.CallerAddress;
import dev.undertone.ratelimit.Permits;
import dev.undertone.ratelimit.TooManyRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Keeps one address from taking the open demo away from everybody else. */
final class RateLimitFilter extends OncePerRequestFilter {

    /** Permits by path of a POST; a batch is worth many texts. */
    private static final Map<String, Long> PERMITS = Map.of("/api/v1/classify", 1L, "/", 1L, "/batch", 10L);

    private static final String ADVICE = ", or send up to 256 texts in one request";

    private final Permits<CallerAddress> left;
    private final HandlerExceptionResolver problems;

    RateLimitFilter(DemoSettings.RateLimit settings, Clock clock, HandlerExceptionResolver problems) {
        this.left = new Permits<>(
                Allowance.flowing(settings.burst(), settings.requestsPerMinute()),
                settings.rememberedAddresses(),
                clock);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = wait(request);
        if (wait.isPresent()) {
            problems.resolveException(request, response, null, new TooManyRequests(wait.get(), ADVICE));
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Duration> wait(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        long permits = request.getMethod().equals("POST") ? PERMITS.getOrDefault(path, 0L) : 0;
        return permits == 0 ? Optional.empty() : left.spend(CallerAddress.of(request.getRemoteAddr()), permits);
    }
}
