package dev.undertone.system.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The endpoints that create something and take an {@code Idempotency-Key}. Whoever adds an endpoint here sees to it
 * that its answer holds no text and no author, or is not kept.
 */
enum IdempotentEndpoint {
    SUBMISSION("/api/v1/submissions"),
    BATCH("/api/v1/submissions/batch"),
    POLICY("/api/v1/policies"),
    POLICY_VERSION("/api/v1/policies/*/versions"),
    NOTE("/api/v1/reviewables/*/notes", true),
    USER("/api/v1/admin/users", true),
    API_KEY("/api/v1/admin/api-keys", true);

    @SuppressWarnings("ImmutableEnumChecker") // It is: a pattern and a method.
    private final RequestMatcher requests;

    private final String path;
    private final boolean secret;

    IdempotentEndpoint(String path) {
        this(path, false);
    }

    IdempotentEndpoint(String path, boolean secret) {
        this.path = path;
        this.requests = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, path);
        this.secret = secret;
    }

    /** The endpoint that a request is for, if it is one of these. */
    static Optional<IdempotentEndpoint> of(HttpServletRequest request) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.requests.matches(request))
                .findFirst();
    }

    /** Its path, in which a star stands for a name. */
    String path() {
        return path;
    }

    /** Whether its answer holds a password, a key or what somebody wrote, which is kept nowhere else. */
    boolean secret() {
        return secret;
    }
}
