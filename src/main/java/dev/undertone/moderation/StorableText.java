package dev.undertone.moderation;

/** Texts as a database can keep them: it cannot keep NUL or half a character. */
public final class StorableText {

    private static final char UNREADABLE = '\ufffd';

    private StorableText() {}

    /**
     * The text with the mark for unreadable characters in place of NUL and of halves of characters. It is as long as
     * before, so that offsets into the text stay what they were.
     */
    public static String of(String text) {
        StringBuilder storable = new StringBuilder(text);
        for (int i = 0; i < storable.length(); i++) {
            int code = storable.codePointAt(i);
            if (code == 0 || isHalf(code)) {
                storable.setCharAt(i, UNREADABLE);
            } else if (Character.isSupplementaryCodePoint(code)) {
                i++;
            }
        }
        return storable.toString();
    }

    /** Whether a name has what would break a line or cannot be kept: a control character or half a character. */
    public static boolean isUnfitForNames(String name) {
        return name.codePoints().anyMatch(code -> Character.isISOControl(code) || isHalf(code));
    }

    /** The beginning of what a caller wrote, at most so long, fit to be sent back in one line. */
    public static String echo(String written, int longest) {
        String start = written.length() > longest ? written.substring(0, longest) + "…" : written;
        return start.codePoints()
                .map(code -> Character.isISOControl(code) || isHalf(code) ? UNREADABLE : code)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
