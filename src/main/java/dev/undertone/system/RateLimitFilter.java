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
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Keeps one address from taking the open demo away from everybody else. */
final class RateLimitFilter extends OncePerRequestFilter {

    /** What a request of the demo costs; a batch is worth many texts. */
    private static final Map<RequestMatcher, Long> PERMITS =
            Map.of(posted("/api/v1/classify"), 1L, posted("/"), 1L, posted("/batch"), 10L);

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
        return PERMITS.entrySet().stream()
                .filter(cost -> cost.getKey().matches(request))
                .findFirst()
                .flatMap(cost -> left.spend(CallerAddress.of(request.getRemoteAddr()), cost.getValue()));
    }

    /** Compared as the controllers are found, so that no other way of writing the path is free. */
    private static RequestMatcher posted(String path) {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path);
    }
}
