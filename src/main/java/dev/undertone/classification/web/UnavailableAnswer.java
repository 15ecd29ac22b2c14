package dev.undertone.classification.web;

import dev.undertone.classification.ClassifierUnavailable;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a program when to try again. */
@RestControllerAdvice(assignableTypes = ClassifyController.class)
class UnavailableAnswer {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tryAgainLater(ClassifierUnavailable unavailable) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unavailable.getMessage() + ".");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds(unavailable.retryAfter()))
                .body(problem);
    }

    /** Whole seconds, rounded up and never zero, as the header wants them. */
    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
