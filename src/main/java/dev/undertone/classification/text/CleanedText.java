package dev.undertone.classification.text;

/**
 * A text as a person reads it, with the way back to the text as it was sent.
 *
 * @param original the text as sent; any Java string
 * @param text the text to score, well-formed UTF-16; blank if nothing visible was left
 * @param offsets leads offsets of {@code text} back to {@code original}
 * @param obfuscated whether hidden or look-alike characters or spaced-out letters were found
 */
public record CleanedText(String original, String text, OffsetMap offsets, boolean obfuscated) {

    /** Refuses a map that does not fit the text. */
    public CleanedText {
        if (offsets.length() != text.length()) {
            throw new IllegalArgumentException(
                    "a map of " + offsets.length() + " offsets does not fit a text of " + text.length());
        }
    }

    /** A text that needs no cleaning. */
    public static CleanedText unchanged(String text) {
        return new CleanedText(text, text, OffsetMap.identity(text.length()), false);
    }
}
