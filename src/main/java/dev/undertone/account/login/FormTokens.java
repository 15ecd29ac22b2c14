package dev.undertone.account.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Tokens against forged forms: kept in the session where there is one, in a cookie before anybody has signed in. A
 * session for each visitor of the login page would let strangers fill the memory.
 */
public final class FormTokens implements CsrfTokenRepository {

    private final CsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

    /** The cookie is out of reach of scripts and of other sites. */
    public FormTokens() {
        inCookie.setCookieName("undertone_form");
        inCookie.setHeaderName("X-CSRF-TOKEN");
        inCookie.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return home(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        home(request).saveToken(token, request, response);
    }

    @Override
    @Nullable
    public CsrfToken loadToken(HttpServletRequest request) {
        return home(request).loadToken(request);
    }

    private CsrfTokenRepository home(HttpServletRequest request) {
        return request.getSession(false) == null ? inCookie : inSession;
    }
}
