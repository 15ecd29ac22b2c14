package dev.undertone.classification.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** Takes marks off letters that carry more of them than any writing does, and strokes drawn through letters. */
final class StackedMarks implements Draft.Step {

    /** Vietnamese and transcriptions put up to two marks on a Latin letter. */
    static final int MOST_MARKS_ON_LATIN = 2;

    /** Polytonic Greek takes three, Arabic with vowels and reading signs four. */
    static final int MOST_MARKS_ELSEWHERE = 4;

    private static final int KEYCAP = 0x20E3;
    private static final int OVERLAY_CLASS = 1;

    @Override
    public Draft apply(Draft draft) {
        CharSequence text = draft.text();
        Draft.Rewriter rewriter = new Draft.Rewriter(draft);
        int base = -1;
        int i = 0;
        while (i < text.length()) {
            int codePoint = Character.codePointAt(text, i);
            if (isMark(codePoint)) {
                i = marks(text, i, base, rewriter);
            } else {
                base = codePoint;
                i += Character.charCount(codePoint);
            }
        }
        return rewriter.done();
    }

    private static int marks(CharSequence text, int from, int base, Draft.Rewriter rewriter) {
        boolean latin =
                base < 0 || UScript.getScript(base) == UScript.LATIN || UScript.getScript(base) == UScript.COMMON;
        int count = 0;
        boolean struck = false;
        int to = from;
        while (to < text.length() && isMark(Character.codePointAt(text, to))) {
            int mark = Character.codePointAt(text, to);
            struck |= UCharacter.getCombiningClass(mark) == OVERLAY_CLASS;
            count++;
            to += Character.charCount(mark);
        }
        boolean struckLetter = struck && latin && base >= 0 && Character.isLetter(base);
        if (struckLetter || count > (latin ? MOST_MARKS_ON_LATIN : MOST_MARKS_ELSEWHERE)) {
            rewriter.drop(from, to);
            rewriter.flag();
        }
        return to;
    }

    /** A mark that any script may borrow; the vowel signs of Hebrew, Thai or Hindi belong to their script. */
    private static boolean isMark(int codePoint) {
        if (codePoint < 0x300 || codePoint == KEYCAP) {
            return false;
        }
        int type = Character.getType(codePoint);
        return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                && UScript.getScript(codePoint) == UScript.INHERITED
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }
}
