package dev.undertone.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person or an API key is called.
 *
 * @param value as it is shown
 */
record AccountName(String value) {

    private static final int LONGEST = 60;
    /** Nobody's name is written with more; whatever is longer is cut before anything is made of it. */
    private static final int LONGEST_TYPED = 4 * LONGEST;

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+'-]*(?<! )");

    /** Takes different spellings of the same characters for one, and refuses what would be hard to read in a line. */
    AccountName {
        value = Normalizer.normalize(cut(value), Normalizer.Form.NFKC);
        if (value.length() > LONGEST || !ALLOWED.matcher(value).matches()) {
            throw new NotAcceptable(
                    "name",
                    "A name has 1 to " + LONGEST + " letters, digits, spaces or any of . _ @ + ' -,"
                            + " starts with a letter or digit and does not end with a space.");
        }
    }

    /** Equal for names that differ only in case. */
    String key() {
        return keyOf(value);
    }

    /** The key of whatever somebody typed, even if it could be nobody's name. */
    static String keyOf(String typed) {
        // PostgreSQL refuses to compare with NUL.
        return Normalizer.normalize(cut(typed), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\0', '\uFFFD');
    }

    private static String cut(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
    }
}
