package dev.undertone.moderation.policies;

import dev.undertone.policy.Policy;

/**
 * What a new version says.
 *
 * @param policy the rules
 * @param note why, in the words of who made it; may be empty
 */
public record NewVersion(Policy policy, String note) {

    private static final int MAX_NOTE = 500;

    /** Refuses a note that is too long. */
    public NewVersion {
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "the note has " + note.length() + " characters, expected at most " + MAX_NOTE);
        }
    }
}
