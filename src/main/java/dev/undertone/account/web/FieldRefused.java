package dev.undertone.account.web;

/** A field of a body is missing or names something that there is not. */
final class FieldRefused extends RuntimeException {

    private final String field;

    FieldRefused(String field, String detail) {
        super(detail);
        this.field = field;
    }

    String field() {
        return field;
    }
}
