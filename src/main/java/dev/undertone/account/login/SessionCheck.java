package dev.undertone.account.login;

import dev.undertone.account.People;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of whoever was shut out, or got another role or password, at their next request. */
public final class SessionCheck extends OncePerRequestFilter {

    private final People people;

    /** Asks for the person anew with each request: one row by its primary key. */
    SessionCheck(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication recognised = SecurityContextHolder.getContext().getAuthentication();
        if (recognised != null && recognised.getPrincipal() instanceof Identity.OfPerson person && isOver(person)) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(Identity.OfPerson person) {
        return people.find(person.id()).filter(person::holdsFor).isEmpty();
    }
}
