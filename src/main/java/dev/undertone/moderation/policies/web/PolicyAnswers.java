package dev.undertone.moderation.policies.web;

import dev.undertone.moderation.policies.NoSuchPolicy;
import dev.undertone.moderation.policies.PolicyConflict;
import dev.undertone.moderation.policies.rules.PolicyRefused;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what was wrong with a request about policies. */
@RestControllerAdvice(assignableTypes = {PolicyController.class, StateController.class})
class PolicyAnswers {

    @ExceptionHandler
    ProblemDetail refused(PolicyRefused refused) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, refused);
        problem.setProperty(
                "errors",
                List.of(Map.of("pointer", refused.pointer(), "detail", String.valueOf(refused.getMessage()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchPolicy missing) {
        return problem(HttpStatus.NOT_FOUND, missing);
    }

    @ExceptionHandler
    ProblemDetail conflict(PolicyConflict conflict) {
        return problem(HttpStatus.CONFLICT, conflict);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException failure) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(failure.getMessage()));
    }
}
