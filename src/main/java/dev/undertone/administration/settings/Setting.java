package dev.undertone.administration.settings;

import org.jspecify.annotations.Nullable;

/**
 * One setting of the running service.
 *
 * @param name in full, such as {@code undertone.review.lease}
 * @param value what the service runs with, as text; stars for a secret
 * @param source where the value comes from
 * @param usual what it is if nobody says anything
 * @param afterRestart what it will be after the next start, if that is something else
 */
public record Setting(
        String name,
        String value,
        Source source,
        String usual,
        @Nullable String afterRestart) {

    /** Where a value can come from, from the weakest to the strongest. */
    public enum Source {
        /** Nobody said anything. */
        DEFAULT,
        /** It was changed here. */
        ADMINISTRATION,
        /** A file of the operator, the environment or the command line, which an administrator cannot overrule. */
        OPERATOR
    }
}
