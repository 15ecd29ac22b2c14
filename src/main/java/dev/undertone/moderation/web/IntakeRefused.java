package dev.undertone.moderation.web;

import dev.undertone.moderation.intake.IntakeBusy;
import dev.undertone.ratelimit.TooManyRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Tells a program when to try again. */
final class IntakeRefused extends ErrorResponseException {

    IntakeRefused(IntakeBusy busy) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage()),
                busy);
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(busy.retryAfter())));
    }
}
