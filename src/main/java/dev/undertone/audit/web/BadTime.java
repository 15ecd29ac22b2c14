package dev.undertone.audit.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What was sent as a time is none. */
final class BadTime extends ErrorResponseException {

    BadTime(String parameter, Exception cause) {
        super(
                HttpStatus.BAD_REQUEST,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "\"" + parameter + "\" is not a time such as 2026-01-05T09:00:00Z."),
                cause);
    }
}
