package dev.undertone.account;

/** What was given for a new or changed account breaks a rule. */
public final class NotAcceptable extends RuntimeException {

    private final String field;

    NotAcceptable(String field, String detail) {
        super(detail);
        this.field = field;
    }

    /** Which part of what was given: {@code name}, {@code password}, {@code role} or {@code scopes}. */
    public String field() {
        return field;
    }
}
