package dev.undertone.modelstore;

import java.util.regex.Pattern;

/**
 * The name of a checkpoint: the name of its folder in the model store.
 *
 * @param value letters, digits, dot, dash and underscore, starting with a letter or digit, at most 100
 */
public record CheckpointId(String value) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** Refuses a name that could lead out of the model store. */
    public CheckpointId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "checkpoint id \"" + value
                            + "\" must be 1 to 100 letters, digits, dots, dashes or underscores and start with a letter or digit");
        }
    }

    /** Whether this is the name of a checkpoint. */
    public static boolean isValid(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
