package dev.undertone.account.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie by which we know a browser that somebody has signed in with. It lets nobody in; it only has attempts of
 * its own.
 */
final class KnownBrowserCookie {

    static final String NAME = "undertone_browser";

    /** Browsers keep no cookie longer. */
    private static final Duration LIFETIME = Duration.ofDays(400);

    private KnownBrowserCookie() {}

    static Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    static ResponseCookie of(String token, HttpServletRequest request) {
        return ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(request.getContextPath() + "/login")
                .maxAge(LIFETIME)
                .build();
    }
}
