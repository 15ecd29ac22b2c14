package dev.undertone.system;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Keeps one address from taking the open demo away from everybody else. */
final class RateLimitFilter extends OncePerRequestFilter {

    /** Permits by path of a POST; a batch is worth many texts. */
    private static final Map<String, Long> PERMITS = Map.of("/api/v1/classify", 1L, "/", 1L, "/batch", 10L);

    private final DemoSettings.RateLimit settings;
    private final Cache<CallerAddress, Bucket> buckets;
    private final Clock clock;
    private final HandlerExceptionResolver problems;

    RateLimitFilter(DemoSettings.RateLimit settings, Clock clock, HandlerExceptionResolver problems) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.rememberedAddresses())
                .build();
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long permits = permits(request);
        if (permits > 0) {
            ConsumptionProbe probe = buckets.get(CallerAddress.of(request.getRemoteAddr()), address -> fullBucket())
                    .tryConsumeAndReturnRemaining(Math.min(permits, settings.burst()));
            if (!probe.isConsumed()) {
                Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
                problems.resolveException(request, response, null, new TooManyRequests(wait));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static long permits(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("POST") ? PERMITS.getOrDefault(path, 0L) : 0;
    }

    private Bucket fullBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.burst())
                        .refillGreedy(settings.requestsPerMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(new ClockTime(clock))
                .build();
    }
}
