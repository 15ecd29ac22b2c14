package dev.undertone.ratelimit;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A caller has used up its permits for now. */
public final class TooManyRequests extends ErrorResponseException {

    private final long retryAfterSeconds;

    /** Says when to come back, and what else would help. */
    public TooManyRequests(Duration retryAfter, String advice) {
        this(seconds(retryAfter), advice);
    }

    private TooManyRequests(long seconds, String advice) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many requests from your address; nothing was processed. Try again in " + seconds + " s"
                                + advice + "."),
                null);
        this.retryAfterSeconds = seconds;
    }

    /** Whole seconds, rounded up and never zero, as the Retry-After header wants them. */
    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        return headers;
    }
}
