package dev.undertone.audit;

import java.util.regex.Pattern;

/** Makes texts from outside such that every database keeps them as they are, since what it alters breaks the chain. */
final class StoredText {

    /** What some database refuses or replaces: control characters and halves of surrogate pairs. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private StoredText() {}

    /** A text for people: unstorable characters replaced, and cut at this length. */
    static String shown(String text, int longest) {
        return UNSTORABLE
                .matcher(text.length() > longest ? text.substring(0, longest) : text)
                .replaceAll("\uFFFD");
    }

    /** A text that was exact when it was stored; what somebody has made of it since is shown and not refused. */
    static String read(String text) {
        return text.isBlank() ? "(blank)" : shown(text, text.length());
    }

    /** A text that programs go by, which may not be altered. */
    static String exact(String what, String text, int longest) {
        if (text.isBlank()
                || text.length() > longest
                || UNSTORABLE.matcher(text).find()) {
            throw new IllegalArgumentException(what + " is \"" + shown(text, longest) + "\", expected 1 to " + longest
                    + " characters, none of them a control character");
        }
        return text;
    }
}
