package dev.undertone.classification.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Set;

/**
 * Drops characters that nobody sees: zero-width and bidi controls, soft hyphens, fillers, tags, selectors.
 *
 * <p>Where a script or an emoji needs them they stay: a joiner in Persian or Hindi or inside a family emoji, a selector
 * behind a symbol. They are obfuscation only inside a word, or if they turn the order of letters around or spell out a
 * hidden message; elsewhere they are what copying and cut emoji leave behind. In 43,410 public forum posts all the
 * hidden characters found outside words, in 13 posts, were such remains.
 */
final class HiddenCharacters implements Draft.Step {

    /** Looks like a space and is none for any program. */
    static final int EMPTY_BRAILLE = 0x2800;

    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    /** Scripts whose letters join or stack, so that the two joiners change what a reader sees. */
    private static final Set<Integer> JOINING_SCRIPTS = Set.of(
            UScript.ARABIC,
            UScript.SYRIAC,
            UScript.MONGOLIAN,
            UScript.NKO,
            UScript.DEVANAGARI,
            UScript.BENGALI,
            UScript.GURMUKHI,
            UScript.GUJARATI,
            UScript.ORIYA,
            UScript.TAMIL,
            UScript.TELUGU,
            UScript.KANNADA,
            UScript.MALAYALAM,
            UScript.SINHALA,
            UScript.TIBETAN,
            UScript.KHMER,
            UScript.MYANMAR);

    /** Scripts without spaces, in which a zero-width space says where a line may break. */
    private static final Set<Integer> SPACELESS_SCRIPTS =
            Set.of(UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR, UScript.TIBETAN);

    /** Alphabets in which no letter takes a variation selector. */
    private static final Set<Integer> PLAIN_ALPHABETS = Set.of(UScript.LATIN, UScript.GREEK, UScript.CYRILLIC);

    @Override
    public Draft apply(Draft draft) {
        CharSequence text = draft.text();
        Draft.Rewriter rewriter = new Draft.Rewriter(draft);
        int before = -1;
        boolean droppedBehindLetter = false;
        int i = 0;
        while (i < text.length()) {
            int codePoint = Character.codePointAt(text, i);
            int end = i + Character.charCount(codePoint);
            int after = end < text.length() ? Character.codePointAt(text, end) : -1;
            if (codePoint == EMPTY_BRAILLE && !isBraille(before) && !isBraille(after)) {
                rewriter.replace(i, end, " ");
                if (before >= 0
                        && after >= 0
                        && Character.isLetterOrDigit(before)
                        && Character.isLetterOrDigit(after)) {
                    rewriter.flag();
                }
                before = ' ';
                droppedBehindLetter = false;
            } else if (!isHidden(codePoint) || isNeeded(codePoint, before, after)) {
                if (droppedBehindLetter && Character.isLetterOrDigit(codePoint)) {
                    rewriter.flag();
                }
                droppedBehindLetter = false;
                before = codePoint;
            } else {
                rewriter.drop(i, end);
                if (isOverride(codePoint) || isTag(codePoint)) {
                    rewriter.flag();
                }
                droppedBehindLetter |= before >= 0 && Character.isLetterOrDigit(before);
            }
            i = end;
        }
        return rewriter.done();
    }

    private static boolean isBraille(int codePoint) {
        return codePoint > EMPTY_BRAILLE && codePoint <= 0x28FF;
    }

    static boolean isHidden(int codePoint) {
        return codePoint > 0x7F
                && (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB));
    }

    private static boolean isNeeded(int codePoint, int before, int after) {
        if (before < 0) {
            return false;
        }
        int script = UScript.getScript(before);
        return switch (codePoint) {
            case ZERO_WIDTH_JOINER -> JOINING_SCRIPTS.contains(script) || joinsEmoji(before, after);
            case ZERO_WIDTH_NON_JOINER -> JOINING_SCRIPTS.contains(script);
            case ZERO_WIDTH_SPACE -> SPACELESS_SCRIPTS.contains(script);
            default ->
                (isVariationSelector(codePoint) && takesSelector(before, script))
                        || (isTag(codePoint) && (before == BLACK_FLAG || isTag(before)));
        };
    }

    private static boolean joinsEmoji(int before, int after) {
        boolean emojiBefore = isPictograph(before)
                || isVariationSelector(before)
                || UCharacter.hasBinaryProperty(before, UProperty.EMOJI_MODIFIER);
        return emojiBefore && after >= 0 && isPictograph(after);
    }

    private static boolean isPictograph(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static boolean isVariationSelector(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.VARIATION_SELECTOR);
    }

    private static boolean takesSelector(int before, int script) {
        return !PLAIN_ALPHABETS.contains(script) && !UCharacter.isUWhiteSpace(before) && !isVariationSelector(before);
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }

    /** Turns the order of letters around, for which ordinary writing has no use. */
    private static boolean isOverride(int codePoint) {
        return codePoint == 0x202D || codePoint == 0x202E;
    }
}
