package dev.undertone.moderation.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request was understood, but what it asks to be judged cannot be; nothing was stored. */
final class SubmissionRefused extends ErrorResponseException {

    SubmissionRefused(HttpStatus status, String pointer, String detail) {
        super(status, problem(status, pointer, detail), null);
    }

    static SubmissionRefused unprocessable(String pointer, String detail) {
        return new SubmissionRefused(HttpStatus.UNPROCESSABLE_CONTENT, pointer, detail);
    }

    private static ProblemDetail problem(HttpStatus status, String pointer, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
        return problem;
    }
}
