package dev.undertone.system.idempotency;

import dev.undertone.ratelimit.TooManyRequests;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Why a request with a key is not worked on. */
final class Refusals {

    private Refusals() {}

    static ErrorResponseException badKey() {
        return refusal(
                HttpStatus.BAD_REQUEST,
                "The header Idempotency-Key needs 1 to 255 printable ASCII characters, not all of them spaces, once.");
    }

    static ErrorResponseException anotherRequest() {
        return refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "This Idempotency-Key was used for another request; nothing was processed. Use a new key.");
    }

    static ErrorResponseException secret() {
        return refusal(
                HttpStatus.CONFLICT,
                "This request has been processed already; its answer is not kept, as it held a secret or somebody's"
                        + " words. Look whether what you wanted exists, or send it with a new Idempotency-Key.");
    }

    static ErrorResponseException running(Duration retryAfter) {
        ErrorResponseException refusal = refusal(
                HttpStatus.CONFLICT,
                "The first request with this Idempotency-Key is still being processed; ask again later.");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(TooManyRequests.seconds(retryAfter)));
        return refusal;
    }

    private static ErrorResponseException refusal(HttpStatus status, String detail) {
        return new Refusal(status, detail);
    }

    private static final class Refusal extends ErrorResponseException {

        private final HttpHeaders headers = new HttpHeaders();

        Refusal(HttpStatus status, String detail) {
            super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
