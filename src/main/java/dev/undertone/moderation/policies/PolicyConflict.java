package dev.undertone.moderation.policies;

import java.util.Locale;

/** What was asked for does not go with how the policies stand. */
public final class PolicyConflict extends RuntimeException {

    private PolicyConflict(String fact) {
        super(fact);
    }

    static PolicyConflict nameTaken(PolicyName name) {
        return new PolicyConflict(
                "There is a policy " + name.value() + " already; add a version to it, or choose another name.");
    }

    static PolicyConflict wrongState(PolicyVersion version, String advice) {
        return new PolicyConflict(
                version.label() + " is " + version.state().name().toLowerCase(Locale.ROOT) + ": " + advice + ".");
    }

    static PolicyConflict notPreviewed(PolicyVersion version) {
        return new PolicyConflict(
                version.label() + " has not been previewed; POST …/preview with this version first, then activate it.");
    }

    static PolicyConflict tooManyShadows(int most) {
        return new PolicyConflict(
                "There are " + most + " versions in the shadow already, the most there can be; archive one first.");
    }

    static PolicyConflict tooManyVersions(String policy, int most) {
        return new PolicyConflict("The policy " + policy + " has " + most
                + " versions already, the most there can be; go on under another name.");
    }

    static PolicyConflict notLive(PolicyVersion version, String live) {
        return new PolicyConflict(version.label() + " is not live, so it cannot be rolled back; " + live + " is.");
    }

    static PolicyConflict nothingBefore(PolicyVersion version) {
        return new PolicyConflict(version.label() + " was the first to be live; there is nothing to roll back to.");
    }
}
