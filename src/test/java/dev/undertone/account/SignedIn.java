package dev.undertone.account;

import dev.undertone.account.login.Identity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a request as a page does on which somebody has signed in. Spring's own helpers for this replace parts of the
 * filters, and the replacements stay for every test that shares the context.
 */
public final class SignedIn {

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String TOKEN = "token-of-the-page";

    private SignedIn() {}

    /** As this person, with a session and the token of a page. */
    public static RequestPostProcessor as(Identity person) {
        return request -> {
            MockHttpSession session = (MockHttpSession) Objects.requireNonNull(request.getSession(true));
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    new SecurityContextImpl(person.authentication()));
            session.setAttribute(
                    HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN",
                    new DefaultCsrfToken(HEADER, "_csrf", TOKEN));
            request.addHeader(HEADER, masked());
            return request;
        };
    }

    /** The token as pages carry it: random bytes, here zeros, and the token combined with them. */
    private static String masked() {
        byte[] bytes = TOKEN.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
