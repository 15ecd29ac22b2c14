package dev.undertone.moderation.policies;

/**
 * Why somebody made a version.
 *
 * @param value up to {@value #MAX} characters without control characters other than line ends; may be empty
 */
public record VersionNote(String value) {

    /** The note of a version that nobody explained. */
    public static final VersionNote NONE = new VersionNote("");

    private static final int MAX = 500;

    /** Refuses what is too long or cannot be stored. */
    public VersionNote {
        if (value.length() > MAX) {
            throw new IllegalArgumentException(
                    "the note has " + value.length() + " characters, expected at most " + MAX);
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw new IllegalArgumentException("the note has a control character");
        }
    }
}
