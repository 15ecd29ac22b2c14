package dev.undertone.review.web;

import org.springframework.http.HttpStatus;

/** A request that says too little, or something that cannot be meant. */
public final class RequestRefused extends RuntimeException {

    private final HttpStatus status;

    private RequestRefused(HttpStatus status, String fact) {
        super(fact);
        this.status = status;
    }

    static RequestRefused because(String fact) {
        return new RequestRefused(HttpStatus.BAD_REQUEST, fact);
    }

    /** A value that is none of those that there are. */
    public static RequestRefused unknown(String field, String value, String allowed) {
        return because("\"" + field + "\" is \"" + Asked.printable(value) + "\", expected one of " + allowed + ".");
    }

    static RequestRefused withoutCondition(String field) {
        return new RequestRefused(
                HttpStatus.PRECONDITION_REQUIRED,
                "\"" + field + "\" is missing; send the one that claiming the item answered.");
    }

    static RequestRefused tooLong(String field, int length, int most) {
        return new RequestRefused(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "\"" + field + "\" has " + length + " UTF-16 code units, at most " + most + " fit.");
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return status;
    }
}
