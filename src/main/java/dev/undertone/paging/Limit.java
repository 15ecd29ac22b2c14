package dev.undertone.paging;

import org.jspecify.annotations.Nullable;

/**
 * How many items a page has.
 *
 * @param value 1 to {@value #MAX}
 */
public record Limit(int value) {

    /** The longest page. */
    public static final int MAX = 200;

    private static final int DEFAULT = 50;

    /** Refuses other numbers. */
    public Limit {
        if (value < 1 || value > MAX) {
            throw new BadLimit(value);
        }
    }

    /** What the caller asked for, or the default. */
    public static Limit of(@Nullable Integer asked) {
        return new Limit(asked == null ? DEFAULT : asked);
    }

    /** A page cannot have so many items. */
    public static final class BadLimit extends RuntimeException {
        BadLimit(int value) {
            super("\"limit\" is " + value + ", expected 1 to " + MAX + ".");
        }
    }
}
