package dev.undertone.system.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whose a key is. */
interface Callers {

    /** Names the caller of a request, in a way that stays the same; empty for somebody unknown. */
    Optional<String> ownerOf(HttpServletRequest request);

    /** By what the security chain found out. */
    static Optional<String> authenticated(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getName);
    }
}
