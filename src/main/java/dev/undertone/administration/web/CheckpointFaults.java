package dev.undertone.administration.web;

import dev.undertone.administration.Checkpoints.NoSuchCheckpoint;
import dev.undertone.administration.Checkpoints.NothingToGoBackTo;
import dev.undertone.classification.CheckpointSwitch.SwitchInProgress;
import dev.undertone.modelstore.CheckpointRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why a checkpoint could not take over; the one before goes on answering. */
@RestControllerAdvice(assignableTypes = CheckpointsController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CheckpointFaults {

    @ExceptionHandler
    ProblemDetail noneNamed(CheckpointsController.NoCheckpointNamed fault) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, fault);
    }

    @ExceptionHandler
    ProblemDetail noSuch(NoSuchCheckpoint fault) {
        return problem(HttpStatus.NOT_FOUND, fault);
    }

    @ExceptionHandler({NothingToGoBackTo.class, SwitchInProgress.class})
    ProblemDetail notNow(RuntimeException fault) {
        return problem(HttpStatus.CONFLICT, fault);
    }

    @ExceptionHandler
    ProblemDetail refused(CheckpointRefused fault) {
        return problem(HttpStatus.CONFLICT, fault);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException fault) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(fault.getMessage()));
    }
}
