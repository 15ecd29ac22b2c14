package dev.undertone.moderation.policies;

import dev.undertone.moderation.policies.rules.RulesWriter;
import dev.undertone.policy.Policy;

/**
 * What a new version says.
 *
 * @param policy the rules
 * @param note why, in the words of who made it
 */
public record NewVersion(Policy policy, VersionNote note) {

    private static final int MAX_RULES_LENGTH = 200_000;

    /** Refuses rules that are too long to be stored. */
    public NewVersion {
        int length = RulesWriter.write(policy).toString().length();
        if (length > MAX_RULES_LENGTH) {
            throw new IllegalArgumentException(
                    "the rules have " + length + " characters, expected at most " + MAX_RULES_LENGTH);
        }
    }

    /** The rules as they are stored. */
    String rules() {
        return RulesWriter.write(policy).toString();
    }
}
