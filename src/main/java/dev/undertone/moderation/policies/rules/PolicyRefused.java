package dev.undertone.moderation.policies.rules;

/** What was sent as rules is not a policy. */
public final class PolicyRefused extends RuntimeException {

    private final String pointer;

    /**
     * Says what is wrong where.
     *
     * @param pointer a JSON pointer to the bad place, such as {@code /rules/0/weight}
     * @param fact what is wrong there, without a full stop
     */
    public PolicyRefused(String pointer, String fact) {
        super(pointer + ": " + fact + ".");
        this.pointer = pointer;
    }

    /**
     * Says what is wrong where, as a value that cannot be says it.
     *
     * @param pointer a JSON pointer to the bad place
     * @param cause what is wrong there
     */
    public PolicyRefused(String pointer, IllegalArgumentException cause) {
        super(pointer + ": " + cause.getMessage() + ".", cause);
        this.pointer = pointer;
    }

    /** The JSON pointer to the bad place. */
    public String pointer() {
        return pointer;
    }
}
