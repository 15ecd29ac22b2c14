package dev.undertone.moderation.policies;

import java.util.regex.Pattern;

/**
 * What a policy is called, for good.
 *
 * @param value 1 to 40 lower-case letters, digits and dashes, starting with a letter
 */
public record PolicyName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Refuses other forms. */
    public PolicyName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a policy's name has 1 to 40 lower-case letters, digits and dashes, and starts with a letter");
        }
    }
}
