package dev.undertone.moderation.policies;

/** There is no such policy, or no such version of it. */
public final class NoSuchPolicy extends RuntimeException {

    private static final String NO_ID = "There is no policy with this id; GET /api/v1/policies lists them.";

    private NoSuchPolicy(String fact) {
        super(fact);
    }

    private NoSuchPolicy(String fact, Exception cause) {
        super(fact, cause);
    }

    /** No policy has this id. */
    public static NoSuchPolicy withThisId() {
        return new NoSuchPolicy(NO_ID);
    }

    /** What was sent is not even an id. */
    public static NoSuchPolicy withThisId(Exception cause) {
        return new NoSuchPolicy(NO_ID, cause);
    }

    static NoSuchPolicy version(String policy, int number) {
        return new NoSuchPolicy("The policy " + policy + " has no version " + number + ".");
    }
}
