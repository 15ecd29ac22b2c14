package dev.undertone.audit;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The chain cannot be gone on with, because somebody else has written to its tables; so nothing that must be recorded
 * can be done.
 */
public final class ChainBroken extends ErrorResponseException {

    private final String fact;

    ChainBroken(String fact, @org.jspecify.annotations.Nullable Throwable cause) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, inFull(fact)),
                cause);
        this.fact = inFull(fact);
    }

    private static String inFull(String fact) {
        return "Nothing was changed, as it could not be recorded: " + fact
                + ". The operator finds out what is wrong with \"audit verify\" or GET /api/v1/audit/verify.";
    }

    /** One plain line. */
    @Override
    public String getMessage() {
        return fact;
    }
}
