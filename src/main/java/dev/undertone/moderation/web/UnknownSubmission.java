package dev.undertone.moderation.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Nothing is stored under the id that was asked for. */
final class UnknownSubmission extends ErrorResponseException {

    UnknownSubmission() {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no submission with this id."),
                null);
    }
}
