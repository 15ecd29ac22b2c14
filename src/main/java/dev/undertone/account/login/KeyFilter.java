package dev.undertone.account.login;

import dev.undertone.account.ApiKeyDetails;
import dev.undertone.account.ApiKeys;
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
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Recognises API keys. Whoever shows one is nobody else: a session that the request also brings is not looked at, and a
 * wrong key is refused even where a session would have been let in. Only wrong keys are counted, so that nobody behind
 * the same address is kept out.
 */
public final class KeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final Permits<CallerAddress> mistakes;
    private final HandlerExceptionResolver problems;

    /** Counts mistakes by address as the settings say. */
    KeyFilter(ApiKeys keys, LoginSettings settings, Clock clock, HandlerExceptionResolver problems) {
        this.keys = keys;
        this.mistakes = new Permits<>(settings.perAddress(), settings.remembered(), clock);
        this.problems = problems;
    }

    /** Whether a request shows a key, or tries to. */
    public static boolean showsKey(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!showsKey(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ApiKeyDetails> key = key(request).flatMap(keys::recognise);
        if (key.isEmpty()) {
            refuse(request, response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Identity.OfKey.of(key.get()).authentication());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        Optional<Duration> wait = mistakes.spend(CallerAddress.of(request.getRemoteAddr()), 1);
        Exception answer = wait.isPresent() ? new TooManyRequests(wait.get(), "") : NotRecognised.wrongKey();
        problems.resolveException(request, response, null, answer);
    }
}
