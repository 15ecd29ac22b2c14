package dev.undertone.moderation.policies;

/** There is no such policy, or no such version of it. */
public final class NoSuchPolicy extends RuntimeException {

    private NoSuchPolicy(String fact) {
        super(fact);
    }

    /** No policy has this id. */
    public static NoSuchPolicy withThisId() {
        return new NoSuchPolicy("There is no policy with this id; GET /api/v1/policies lists them.");
    }

    static NoSuchPolicy version(String policy, int number) {
        return new NoSuchPolicy("The policy " + policy + " has no version " + number + ".");
    }
}
