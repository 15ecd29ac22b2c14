package dev.undertone.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** Whom an answer is for: a program reads a problem document, a person a page, a page's script a part of one. */
enum Audience {
    PROGRAM,
    PERSON,
    PAGE_SCRIPT;

    private static final List<String> PROGRAM_PATHS = List.of("/api/", "/v3/", "/actuator/");

    static Audience of(HttpServletRequest request) {
        String uri = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse(request.getRequestURI());
        String path = decoded(
                uri.substring(Math.min(uri.length(), request.getContextPath().length())));
        if (PROGRAM_PATHS.stream().anyMatch(path::startsWith) || wantsOnlyJson(request)) {
            return PROGRAM;
        }
        return request.getHeader("HX-Request") == null ? PERSON : PAGE_SCRIPT;
    }

    /** As the doors read it, so that {@code /%61pi/} is for a program too; as it came if nobody can decode it. */
    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    private static boolean wantsOnlyJson(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return accept.contains("json") && !accept.contains("html");
    }
}
