package dev.undertone.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers whoever may not come in. Access is refused before anybody asks what is behind the door; only the answer tells
 * a mistyped address (404) from a closed one (403).
 */
final class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectProvider<HandlerMapping> mappings;
    private final HandlerExceptionResolver problems;

    ClosedDoor(ObjectProvider<HandlerMapping> mappings, HandlerExceptionResolver problems) {
        this.mappings = mappings;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
        answer(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) {
        ErrorResponseException answer = isMapped(request)
                ? problem(HttpStatus.FORBIDDEN, "This is closed to you; nothing was processed.")
                : problem(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        problems.resolveException(request, response, null, answer);
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
