package dev.undertone.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people and programs see when a request went wrong anywhere, the servlet container included. */
@Controller
class ErrorPages implements ErrorController {

    /** The statuses that have words of their own in messages.properties. */
    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 413, 415, 429, 500, 503);

    /** Tells the frame's script that an answer is such a part. */
    private static final String PROBLEM = "X-Undertone-Problem";

    /** Set on a request whose form was of a page that is out of date. */
    static final String STALE = "undertone.stale";

    @RequestMapping("${spring.web.error.path:/error}")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        return switch (Audience.of(request)) {
            case PROGRAM ->
                ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(status));
            case PERSON -> page("error/page", status, request);
            case PAGE_SCRIPT -> {
                // The frame shows it beside what is on the page, instead of in the place of something typed.
                response.setHeader(PROBLEM, isStale(status, request) ? "stale" : Integer.toString(status.value()));
                yield page("error/part", status, request);
            }
        };
    }

    /** Somebody who opens the error page itself asks for something that is not there. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static ProblemDetail problem(HttpStatus status) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        if (status.is5xxServerError()) {
            problem.setDetail("This is a fault of the service, not of your request. Nothing was stored.");
        }
        return problem;
    }

    private static ModelAndView page(String view, HttpStatus status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("status", status.value());
        page.addObject("words", "error." + words(status, request));
        if (status == HttpStatus.UNAUTHORIZED) {
            page.addObject("signIn", true);
            before(request).ifPresent(path -> page.addObject("next", path));
        }
        return page;
    }

    private static String words(HttpStatus status, HttpServletRequest request) {
        if (isStale(status, request)) {
            return "stale";
        }
        return KNOWN.contains(status.value()) ? Integer.toString(status.value()) : "other";
    }

    private static boolean isStale(HttpStatus status, HttpServletRequest request) {
        return status == HttpStatus.FORBIDDEN && request.getAttribute(STALE) != null;
    }

    /** The page on which the form was; the login looks whether it is one of ours. */
    private static Optional<String> before(HttpServletRequest request) {
        try {
            URI page = URI.create(Optional.ofNullable(request.getHeader("HX-Current-URL"))
                    .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)))
                    .orElse(""));
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return Optional.ofNullable(page.getRawPath())
                    .filter(path -> path.startsWith(request.getContextPath() + "/"))
                    .map(path -> path.substring(request.getContextPath().length()) + query);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
