package dev.undertone.system;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A caller has used up its permits for now. */
final class TooManyRequests extends ErrorResponseException {

    private final long retryAfterSeconds;

    TooManyRequests(Duration retryAfter) {
        this(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    private TooManyRequests(long seconds) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "Too many requests from your address; nothing was processed. Try again in " + seconds
                                + " s, or send up to 256 texts in one request."),
                null);
        this.retryAfterSeconds = seconds;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
        return headers;
    }
}
