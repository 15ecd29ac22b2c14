package dev.undertone.paging;

/** What stands in {@code after} is not a cursor that this list gave. */
public final class BadCursor extends RuntimeException {

    private static final String FACT =
            "\"after\" is not a cursor of this list; send what \"next\" of the previous page said, or leave it out.";

    /** Says what to send instead. */
    public BadCursor() {
        super(FACT);
    }

    /** Says what to send instead, and what was behind it. */
    public BadCursor(Exception cause) {
        super(FACT, cause);
    }
}
