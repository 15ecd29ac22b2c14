package dev.undertone.classification.text;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins letters that were set apart: "h a t e", "h.a.t.e", "i h a t e y o u".
 *
 * <p>A <em>chain</em> is a row of single letters with the same one character between each two. A <em>run</em> is a row
 * of chains with a wider gap between each two. {@link SpacedRun} says which runs are words in disguise.
 */
final class SpacedLetters implements Draft.Step {

    /** What may stand between two letters of a chain; signs of lists, sums and paths are left out. */
    private static final String LINKS = ".-_*~|\u00B7\u2022";

    @Override
    public Draft apply(Draft draft) {
        CharSequence text = draft.text();
        List<SpacedRun> runs = runs(text, singleLetters(text));
        boolean proven = runs.stream().anyMatch(SpacedRun::isWordsInDisguise);
        Draft.Rewriter rewriter = new Draft.Rewriter(draft);
        for (SpacedRun run : runs) {
            if (run.isWordsInDisguise() || (proven && run.isShortWordInDisguise())) {
                run.joinBy(rewriter);
                rewriter.flag();
            }
        }
        return rewriter.done();
    }

    /** Latin letters with no letter, digit or mark of another beside them; marks belong to the letter before. */
    private static List<SpacedRun.Letter> singleLetters(CharSequence text) {
        List<SpacedRun.Letter> letters = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            int start = i;
            boolean first = true;
            boolean single = false;
            while (i < text.length() && isPartOfWord(text, i)) {
                int codePoint = Character.codePointAt(text, i);
                boolean mark = isMark(codePoint);
                single = first ? isLatinLetter(codePoint) : single && mark;
                first = false;
                i += Character.charCount(codePoint);
            }
            if (single) {
                letters.add(new SpacedRun.Letter(start, i, Character.toLowerCase(text.charAt(start))));
            }
            i = i == start ? i + 1 : i;
        }
        return letters;
    }

    private static List<SpacedRun> runs(CharSequence text, List<SpacedRun.Letter> letters) {
        List<SpacedRun> runs = new ArrayList<>();
        int first = 0;
        while (first < letters.size()) {
            SpacedRun run = new SpacedRun(text, letters.get(first));
            int next = first + 1;
            while (next < letters.size()
                    && run.takes(link(text, letters.get(next - 1), letters.get(next)), letters.get(next))) {
                next++;
            }
            runs.add(run);
            // The last letter of a run may be the first of one with other links: "I h.a.t.e".
            first = next - 1 > first && next < letters.size() && run.endsWithLooseLetter() ? next - 1 : next;
        }
        return runs;
    }

    /**
     * The character that links two letters, {@link SpacedRun#GAP} for wide white space, {@link SpacedRun#APART} for
     * more.
     */
    private static char link(CharSequence text, SpacedRun.Letter letter, SpacedRun.Letter next) {
        char between = text.charAt(letter.end());
        if (next.start() - letter.end() == 1) {
            if (Character.isSpaceChar(between)) {
                return ' ';
            }
            return LINKS.indexOf(between) >= 0 ? between : SpacedRun.APART;
        }
        for (int i = letter.end(); i < next.start(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
                return SpacedRun.APART;
            }
        }
        return SpacedRun.GAP;
    }

    private static boolean isPartOfWord(CharSequence text, int at) {
        char unit = text.charAt(at);
        if (unit < 0x80) {
            return Character.isLetterOrDigit(unit);
        }
        int codePoint = Character.codePointAt(text, at);
        return Character.isLetterOrDigit(codePoint) || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isLatinLetter(int codePoint) {
        return Character.isLetter(codePoint)
                && Character.isBmpCodePoint(codePoint)
                && UScript.getScript(codePoint) == UScript.LATIN;
    }
}
