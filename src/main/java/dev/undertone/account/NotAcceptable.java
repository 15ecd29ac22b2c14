package dev.undertone.account;

/** What was given for a new or changed account breaks a rule. */
public final class NotAcceptable extends RuntimeException {

    private final String field;

    NotAcceptable(String field, String detail) {
        super(detail);
        this.field = field;
    }

    /** There is no role of the name that was given. */
    public static NotAcceptable role() {
        return new NotAcceptable("role", "There is no such role; choose one from the list.");
    }

    /** Which part of what was given: {@code name}, {@code password}, {@code role} or {@code scopes}. */
    public String field() {
        return field;
    }
}
