package dev.undertone.system;

import dev.undertone.account.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which page asks for which scope. The first line that matches decides; what no line matches is closed to everybody.
 */
final class PageTable {

    private static final Scope[] ANY = Scope.values();

    private static final List<Line> LINES = List.of(
            line("/queue/**", Scope.REVIEW),
            line("/items/**", Scope.REVIEW),
            line("/triage/**", Scope.REVIEW),
            // Who may not store a policy has no use for the pages on which one is written.
            line("/policies/new", Scope.POLICY),
            line("/policies/*/edit", Scope.POLICY),
            line(HttpMethod.GET, "/policies/**", Scope.POLICY, Scope.READ),
            line("/policies/**", Scope.POLICY),
            line("/insights/**", Scope.READ),
            line(HttpMethod.GET, "/models/**", Scope.READ),
            line("/models/**", Scope.ADMIN),
            line("/audit/**", Scope.AUDIT),
            line("/admin/**", Scope.ADMIN),
            line("/you/**", ANY));

    private PageTable() {}

    /** Adds these lines to the rules of a chain. */
    static void applyTo(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        LINES.forEach(line -> requests.requestMatchers(line.requests()).hasAnyAuthority(line.authorities()));
    }

    private static Line line(HttpMethod method, String path, Scope... oneOf) {
        return new Line(Reads.matcher(method, path), Set.of(oneOf));
    }

    private static Line line(String path, Scope... oneOf) {
        return new Line(PathPatternRequestMatcher.pathPattern(path), Set.of(oneOf));
    }

    /**
     * A line of the table.
     *
     * @param requests which requests it decides on
     * @param oneOf the scopes of which one is enough
     */
    private record Line(RequestMatcher requests, Set<Scope> oneOf) {

        String[] authorities() {
            return oneOf.stream().map(Scope::label).toArray(String[]::new);
        }
    }
}
