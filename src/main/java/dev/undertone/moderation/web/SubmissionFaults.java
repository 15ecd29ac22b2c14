package dev.undertone.moderation.web;

import dev.undertone.moderation.intake.IntakeBusy;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what kept a submission from being taken in. */
@RestControllerAdvice(assignableTypes = {SubmissionController.class, SubmissionBatchController.class})
class SubmissionFaults {

    @ExceptionHandler
    ErrorResponse busy(IntakeBusy busy) {
        return new IntakeRefused(busy);
    }
}
