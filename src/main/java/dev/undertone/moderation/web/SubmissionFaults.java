package dev.undertone.moderation.web;

import dev.undertone.moderation.intake.IntakeBusy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a program when to try again. */
@RestControllerAdvice(assignableTypes = {SubmissionController.class, SubmissionBatchController.class})
class SubmissionFaults {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(IntakeBusy busy) {
        long seconds = Math.max(1, busy.retryAfter().plusMillis(999).toSeconds());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage()));
    }
}
