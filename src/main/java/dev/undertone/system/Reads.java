package dev.undertone.system;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests by method and path, where HEAD is what GET is: it only leaves the body out (RFC 9110, section 9.3.2). */
final class Reads {

    private Reads() {}

    static RequestMatcher matcher(HttpMethod method, String path) {
        RequestMatcher asSaid = PathPatternRequestMatcher.pathPattern(method, path);
        return method.equals(HttpMethod.GET)
                ? new OrRequestMatcher(asSaid, PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, path))
                : asSaid;
    }
}
