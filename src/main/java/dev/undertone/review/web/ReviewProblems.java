package dev.undertone.review.web;

import dev.undertone.review.LeadsOnly;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.NobodyToAssign;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.decisions.BulkRefused;
import dev.undertone.review.decisions.UndoRefused;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what went wrong, and to a loser who was first. */
@RestControllerAdvice(basePackageClasses = ReviewProblems.class)
class ReviewProblems {

    @ExceptionHandler
    ProblemDetail refused(RequestRefused refusal) {
        return problem(refusal.status(), refusal);
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchItem missing) {
        return problem(HttpStatus.NOT_FOUND, missing);
    }

    @ExceptionHandler
    ProblemDetail nobody(NobodyToAssign refusal) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, refusal);
    }

    @ExceptionHandler
    ProblemDetail forLeads(LeadsOnly refusal) {
        return problem(HttpStatus.FORBIDDEN, refusal);
    }

    @ExceptionHandler
    ProblemDetail lost(ReviewConflict conflict) {
        ReviewConflict.State state = conflict.state();
        ProblemDetail problem = problem(HttpStatus.CONFLICT, conflict);
        problem.setProperty("version", state.version());
        problem.setProperty("status", state.status().name());
        state.lease().ifPresent(lease -> {
            problem.setProperty("holder", lease.holderName());
            lease.expiresAt().ifPresent(until -> problem.setProperty("until", until.toString()));
        });
        state.decision().ifPresent(decision -> problem.setProperty("decision", ReviewableBody.Standing.of(decision)));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail stands(UndoRefused refusal) {
        ProblemDetail problem = problem(refusal.forbidden() ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT, refusal);
        if (!refusal.inTheWay().isEmpty()) {
            problem.setProperty(
                    "inTheWay",
                    refusal.inTheWay().stream().map(DecisionBody::of).toList());
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail bulk(BulkRefused refusal) {
        return problem(refusal.changed() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT, refusal);
    }

    /** The database sacrificed this change to others each time it was tried. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> crowded(ConcurrencyFailureException lost) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Too many people work on this at once; nothing was changed, try again.");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException fact) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(fact.getMessage()));
    }
}
