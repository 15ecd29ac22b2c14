package dev.undertone.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
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

    @RequestMapping("${spring.web.error.path:/error}")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        return switch (Audience.of(request)) {
            case PROGRAM ->
                ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem(status));
            case PERSON -> page("error/page", status);
            case PAGE_SCRIPT -> {
                // The frame shows it beside what is on the page, instead of in the place of something typed.
                response.setHeader(PROBLEM, Integer.toString(status.value()));
                yield page("error/part", status);
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

    private static ModelAndView page(String view, HttpStatus status) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("status", status.value());
        page.addObject("words", "error." + (KNOWN.contains(status.value()) ? status.value() : "other"));
        return page;
    }
}
