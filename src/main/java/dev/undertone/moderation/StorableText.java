package dev.undertone.moderation.file;

/** Makes of a text one that a database can keep. */
final class Storable {

    private static final char UNREADABLE = '\ufffd';

    private Storable() {}

    /**
     * The text with the mark for unreadable characters in place of NUL and of halves of characters; as long as before.
     */
    static String text(String text) {
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

    static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
