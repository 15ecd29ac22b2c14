package dev.undertone.classification.web;

import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.TooMuchAtOnce;
import dev.undertone.ratelimit.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a program when to try again, or with how much less. */
@RestControllerAdvice(assignableTypes = ClassifyController.class)
class UnavailableAnswer {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tryAgainLater(ClassifierUnavailable unavailable) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unavailable.getMessage() + ".");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(unavailable.retryAfter())))
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail sendFewer(TooMuchAtOnce refused) {
        return TextRefused.tooMuch(refused).getBody();
    }
}
