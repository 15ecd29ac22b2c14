package dev.undertone.moderation.policies.rules;

/** What was sent as rules is not a policy. */
public final class RulesRefused extends RuntimeException {

    private final String pointer;

    /**
     * Says what is wrong where.
     *
     * @param pointer a JSON pointer to the bad place, such as {@code /rules/0/weight}
     * @param fact what is wrong there, without a full stop
     */
    public RulesRefused(String pointer, String fact) {
        super(pointer + ": " + fact + ".");
        this.pointer = pointer;
    }

    RulesRefused(String pointer, IllegalArgumentException cause) {
        super(pointer + ": " + cause.getMessage() + ".", cause);
        this.pointer = pointer;
    }

    /** The JSON pointer to the bad place. */
    public String pointer() {
        return pointer;
    }
}
