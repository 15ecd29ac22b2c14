package dev.undertone.system.idempotency;

import dev.undertone.account.login.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose a key is. */
interface Callers {

    /** Names the caller of a request, in a way that stays the same; empty for somebody unknown. */
    Optional<String> ownerOf(HttpServletRequest request);

    /** By what the security chain found out. */
    static Optional<String> recognised(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Identity.class::isInstance)
                .map(principal -> name((Identity) principal));
    }

    private static String name(Identity identity) {
        if (identity instanceof Identity.OfKey key) {
            return "key " + key.id();
        }
        return "person " + ((Identity.OfPerson) identity).id();
    }
}
