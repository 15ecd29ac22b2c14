package dev.undertone.system;

import dev.undertone.account.login.NotRecognised;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers whoever may not come in. Access is refused before anybody asks what is behind the door; only the answer tells
 * a mistyped address (404) from a closed one (403, or 401 where knowing who asks could open it).
 */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectProvider<HandlerMapping> mappings;
    private final HandlerExceptionResolver problems;

    ClosedDoor(ObjectProvider<HandlerMapping> mappings, HandlerExceptionResolver problems) {
        this.mappings = mappings;
        this.problems = problems;
    }

    /** What turns a failure into its answer. */
    HandlerExceptionResolver problems() {
        return problems;
    }

    /** Answers somebody whom we do not know like anybody else. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        answer(request, response, closed());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) {
        answer(request, response, refused instanceof CsrfException ? forged() : closed());
    }

    /** Asks programs for a key. */
    AuthenticationEntryPoint askingForAKey() {
        return (request, response, refused) -> answer(request, response, NotRecognised.nobody());
    }

    /** Sends people to the login page. */
    AuthenticationEntryPoint showingTheLogin() {
        return (request, response, refused) -> {
            if (Audience.of(request) == Audience.PERSON && isMapped(request)) {
                response.sendRedirect(request.getContextPath() + "/login" + wanted(request));
            } else {
                answer(request, response, NotRecognised.nobody());
            }
        };
    }

    /** The token of a form ends with the session; whoever sent it has to hear that they are nobody now. */
    AccessDeniedHandler askingWhoLostTheirSession(RequestMatcher needsNone) {
        return (request, response, refused) -> {
            if (refused instanceof CsrfException
                    && SecurityContextHolder.getContext().getAuthentication() == null
                    && !needsNone.matches(request)) {
                showingTheLogin().commence(request, response, new InsufficientAuthenticationException("nobody"));
            } else {
                handle(request, response, refused);
            }
        };
    }

    /** Where somebody only wanted to read, they get there once they have signed in. */
    private static String wanted(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return "";
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?next=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception ifThereIsSomething) {
        Exception answer = isMapped(request)
                ? ifThereIsSomething
                : problem(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        problems.resolveException(request, response, null, answer);
    }

    private static ErrorResponseException closed() {
        return problem(HttpStatus.FORBIDDEN, "This is closed to you; nothing was processed.");
    }

    private static ErrorResponseException forged() {
        return problem(
                HttpStatus.FORBIDDEN,
                "The token against forged requests is missing or stale; nothing was processed. Reload the page.");
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    private boolean isMapped(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        List<HandlerMapping> all = mappings.orderedStream().toList();
        return all.stream().anyMatch(mapping -> isMapped(mapping, request));
    }

    private static boolean isMapped(HandlerMapping mapping, HttpServletRequest request) {
        try {
            var chain = mapping.getHandler(request);
            return chain != null && !(chain.getHandler() instanceof ResourceHttpRequestHandler);
        } catch (HttpRequestMethodNotSupportedException otherMethod) {
            return true;
        } catch (Exception unclear) {
            // Whatever it is, there is something; closed is the safe answer.
            return true;
        }
    }
}
