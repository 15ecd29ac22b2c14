package dev.undertone.account.web;

import dev.undertone.account.login.LoginOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Begins and ends sessions. A session that was there before somebody signed in ends: its id may be known to whoever
 * planted it.
 */
@Component
public class Sessions {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /** Begins the session of somebody who is welcome, and makes their browser known. */
    public void begin(LoginOutcome.Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(welcome.identity().authentication());
        SecurityContextHolder.setContext(context);
        request.getSession(true);
        contexts.saveContext(context, request, response);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                KnownBrowserCookie.of(welcome.browser(), request).toString());
    }

    /** Ends the session, if there is one. */
    public void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
    }
}
