package dev.undertone.classification.text;

/**
 * Makes well-formed text of any Java string: a lone surrogate becomes U+FFFD, a control character a space.
 *
 * <p>A control character between two letters is shown by nobody, so it is dropped as a hidden one; the same repairs
 * text of two bytes a letter that was read as one byte a letter.
 */
final class BrokenCharacters implements Draft.Step {

    @Override
    public Draft apply(Draft draft) {
        CharSequence text = draft.text();
        Draft.Rewriter rewriter = new Draft.Rewriter(draft);
        int i = 0;
        while (i < text.length()) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                i = surrogate(text, i, rewriter);
            } else if (isBrokenControl(unit)) {
                i = controls(text, i, rewriter);
            } else {
                i++;
            }
        }
        return rewriter.done();
    }

    private static int surrogate(CharSequence text, int at, Draft.Rewriter rewriter) {
        if (Character.charCount(Character.codePointAt(text, at)) == 2) {
            return at + 2;
        }
        rewriter.replace(at, at + 1, "\uFFFD");
        return at + 1;
    }

    private static int controls(CharSequence text, int from, Draft.Rewriter rewriter) {
        int to = from;
        boolean blank = false;
        while (to < text.length() && isBrokenControl(text.charAt(to))) {
            blank |= separates(text.charAt(to));
            to++;
        }
        boolean insideWord = from > 0
                && to < text.length()
                && Character.isLetter(Character.codePointBefore(text, from))
                && Character.isLetter(Character.codePointAt(text, to));
        if (insideWord && !blank) {
            rewriter.drop(from, to);
            rewriter.flag();
            return to;
        }
        for (int i = from; i < to; i++) {
            rewriter.replace(i, i + 1, " ");
        }
        return to;
    }

    private static boolean isBrokenControl(char unit) {
        return Character.isISOControl(unit) && unit != '\t' && unit != '\n' && unit != '\r';
    }

    /** Vertical tab, form feed, the four information separators and "next line" are meant to part words. */
    private static boolean separates(char unit) {
        return Character.isWhitespace(unit) || unit == '\u0085';
    }
}
