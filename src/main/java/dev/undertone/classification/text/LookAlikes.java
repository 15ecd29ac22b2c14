package dev.undertone.classification.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which characters are drawn like a letter of the English alphabet.
 *
 * <p>Letters of other alphabets come from Unicode's table of confusable characters (UTS 39) in ICU; styled letters from
 * their compatibility decomposition and, where they have none, from their names.
 */
final class LookAlikes {

    private static final String SMALL_CAPITAL = "LATIN LETTER SMALL CAPITAL ";

    /** Alphabets with enough letters like ours to write whole words, and the phonetic letters among the Latin ones. */
    private static final UnicodeSet FOREIGN = new UnicodeSet(
                    "[[[[:Cyrillic:][:Greek:][:Armenian:][:Cherokee:][:Coptic:]"
                            + "[:Lisu:]]&[:L:]] [\\u0250-\\u02AF] [[:Latin:]&[\\u1D00-\\u1D2B]&[:L:]]]")
            .freeze();

    /** Blocks made of letters in another style; Latin-1 and the numbers in circles stay, as plain text uses them. */
    private static final UnicodeSet STYLED = new UnicodeSet("[[\\uFF21-\\uFF3A][\\uFF41-\\uFF5A][\\uFF10-\\uFF19]"
                    + "[\\U0001D400-\\U0001D7FF][\\u2100-\\u214F][\\u24B6-\\u24E9][\\U0001F130-\\U0001F189]]")
            .freeze();

    /** Small raised or lowered letters, which plain text uses too, as in 4ᵗʰ. */
    private static final UnicodeSet RAISED = new UnicodeSet(
                    "[[\\u02B0-\\u02B8][\\u02E0-\\u02E4][\\u1D2C-\\u1D6A][\\u1D9B-\\u1DBF][\\u2071\\u207F]"
                            + "[\\u2090-\\u209C][\\u2C7C\\u2C7D]]")
            .freeze();

    private static final UnicodeSet NEGATIVE_ENCLOSED =
            new UnicodeSet("[[\\U0001F150-\\U0001F169][\\U0001F170-\\U0001F189]]").freeze();

    private static final Map<Integer, String> FOREIGN_LETTERS = foreignLetters();

    private static final Map<Integer, String> SMALL_CAPITALS = smallCapitals();

    private LookAlikes() {}

    /** The letter that a letter of another alphabet, or a phonetic one, is drawn like. */
    static Optional<String> foreign(int codePoint) {
        return Optional.ofNullable(FOREIGN_LETTERS.get(codePoint));
    }

    /** The letter or digit behind a styled one: mathematical, full-width, in a circle, a small capital. */
    static Optional<String> styled(int codePoint) {
        if (NEGATIVE_ENCLOSED.contains(codePoint)) {
            int first = codePoint < 0x1F170 ? 0x1F150 : 0x1F170;
            return Optional.of(String.valueOf((char) ('A' + codePoint - first)));
        }
        if (STYLED.contains(codePoint)) {
            return decomposed(codePoint);
        }
        return Optional.ofNullable(SMALL_CAPITALS.get(codePoint));
    }

    /** The letter behind a small raised or lowered one. */
    static Optional<String> raised(int codePoint) {
        return RAISED.contains(codePoint) ? decomposed(codePoint) : Optional.empty();
    }

    /** The letters behind a ligature that a typesetting program left in the text. */
    static Optional<String> ligature(int codePoint) {
        return codePoint >= 0xFB00 && codePoint <= 0xFB06
                ? Optional.of(Normalizer2.getNFKCInstance().normalize(Character.toString(codePoint)))
                : Optional.empty();
    }

    /** Whether a letter belongs to an alphabet or block of which some letters look like ours. */
    static boolean isForeign(int codePoint) {
        return FOREIGN.contains(codePoint);
    }

    static boolean isFullWidth(int codePoint) {
        return codePoint >= 0xFF10 && codePoint <= 0xFF5A;
    }

    private static Optional<String> decomposed(int codePoint) {
        String letter = Normalizer2.getNFKCInstance().normalize(Character.toString(codePoint));
        return letter.length() == 1 && isAsciiLetterOrDigit(letter.charAt(0)) ? Optional.of(letter) : Optional.empty();
    }

    private static boolean isAsciiLetterOrDigit(char unit) {
        return unit < 0x80 && Character.isLetterOrDigit(unit);
    }

    private static Map<Integer, String> foreignLetters() {
        SpoofChecker confusables = new SpoofChecker.Builder().build();
        Map<Integer, String> letters = new HashMap<>();
        for (String letter : FOREIGN) {
            int codePoint = letter.codePointAt(0);
            String like = confusables.getSkeleton(letter);
            if (!isAsciiLetter(like) && UScript.getScript(codePoint) == UScript.CYRILLIC) {
                // The table keeps the small в, к, м, н, т apart as small capitals; people do write with them.
                like = confusables.getSkeleton(UCharacter.toUpperCase(letter)).toLowerCase(Locale.ROOT);
            }
            if (isAsciiLetter(like)) {
                boolean capitalI = like.equals("l") && UCharacter.isUUppercase(codePoint);
                letters.put(codePoint, capitalI ? "I" : like);
            }
        }
        return Map.copyOf(letters);
    }

    private static boolean isAsciiLetter(String text) {
        return text.length() == 1 && text.charAt(0) < 0x80 && Character.isLetter(text.charAt(0));
    }

    private static Map<Integer, String> smallCapitals() {
        Map<Integer, String> letters = new HashMap<>();
        for (String letter : new UnicodeSet("[[\\u0250-\\u02AF][\\u1D00-\\u1D2B][\\uA730\\uA731\\uA7AF]]")) {
            String name = UCharacter.getName(letter.codePointAt(0));
            if (name != null && name.startsWith(SMALL_CAPITAL) && name.length() == SMALL_CAPITAL.length() + 1) {
                letters.put(
                        letter.codePointAt(0),
                        name.substring(SMALL_CAPITAL.length()).toLowerCase(Locale.ROOT));
            }
        }
        return Map.copyOf(letters);
    }
}
