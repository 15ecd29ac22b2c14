package dev.undertone.policy;

import java.util.regex.Pattern;

/**
 * The name of a queue in which held submissions wait for a person.
 *
 * @param value 1 to 40 lower-case letters, digits and dashes, starting with a letter
 */
public record QueueName(String value) {

    // Before the names, which are checked against it while this class is being set up.
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Somebody may have broken a rule. */
    public static final QueueName CONDUCT = new QueueName("conduct");

    /** Somebody may need help. */
    public static final QueueName CARE = new QueueName("care");

    /** The model should rather not say. */
    public static final QueueName UNCERTAIN = new QueueName("uncertain");

    /** Refuses other forms. */
    public QueueName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("the queue \"" + value
                    + "\" needs 1 to 40 lower-case letters, digits and dashes, and starts with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
