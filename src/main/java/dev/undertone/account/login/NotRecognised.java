package dev.undertone.account.login;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request to the API comes from nobody whom we know. */
public final class NotRecognised extends ErrorResponseException {

    private static final String CHALLENGE = "Bearer realm=\"undertone\"";

    private final String challenge;

    private NotRecognised(String detail, String challenge) {
        super(HttpStatus.UNAUTHORIZED, ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, detail), null);
        this.challenge = challenge;
    }

    /** They showed no key and have not signed in. */
    public static NotRecognised nobody() {
        return new NotRecognised("This needs an API key; send it as \"Authorization: Bearer …\".", CHALLENGE);
    }

    static NotRecognised wrongKey() {
        return new NotRecognised(
                "This API key is not known or was revoked; nothing was processed.",
                CHALLENGE + ", error=\"invalid_token\"");
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return headers;
    }
}
