package dev.undertone.system;

import dev.undertone.account.Scope;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which endpoint of the API asks for which scope. The first line that matches decides; what no line matches is closed
 * to everybody.
 */
final class AccessTable {

    private static final List<Line> LINES = List.of(
            line(HttpMethod.POST, "/api/v1/submissions/**", Scope.SUBMIT),
            line(HttpMethod.GET, "/api/v1/submissions/**", Scope.READ),
            line(HttpMethod.DELETE, "/api/v1/submissions/files/*", Scope.SUBMIT),
            line("/api/v1/reviewables/**", Scope.REVIEW),
            line("/api/v1/decisions/**", Scope.REVIEW),
            line(HttpMethod.GET, "/api/v1/policies/**", Scope.POLICY, Scope.READ),
            line("/api/v1/policies/**", Scope.POLICY),
            line("/api/v1/audit/**", Scope.AUDIT),
            line("/api/v1/admin/**", Scope.ADMIN),
            line(HttpMethod.DELETE, "/api/v1/authors/*", Scope.ADMIN),
            // Whoever is anybody may ask who they are.
            line(HttpMethod.GET, "/api/v1/me", Scope.values()));

    private AccessTable() {}

    /** Makes these lines, and nothing else, the rules of the API. */
    static void applyTo(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        LINES.forEach(line -> requests.requestMatchers(line.requests()).hasAnyAuthority(line.authorities()));
        requests.anyRequest().denyAll();
    }

    private static Line line(HttpMethod method, String path, Scope... oneOf) {
        return new Line(Reads.matcher(method, path), List.of(oneOf));
    }

    private static Line line(String path, Scope... oneOf) {
        return new Line(PathPatternRequestMatcher.pathPattern(path), List.of(oneOf));
    }

    /**
     * A line of the table.
     *
     * @param requests which requests it decides on
     * @param oneOf the scopes of which one is enough
     */
    private record Line(RequestMatcher requests, List<Scope> oneOf) {

        String[] authorities() {
            return oneOf.stream().map(Scope::label).toArray(String[]::new);
        }
    }
}
