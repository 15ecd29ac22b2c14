package dev.undertone.classification.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites words of letters that only look English, such as "fuсk" with a Cyrillic с, a whole word at a time.
 *
 * <p>A word is rewritten only if each of its odd letters looks like one of ours, so that a Russian or Greek word, "5
 * μm" and "kΩ" stay what they are.
 */
final class LookAlikeWords implements Draft.Step {

    /** Fewer raised letters than this are an ordinal or a footnote. */
    private static final int FEWEST_RAISED = 3;

    @Override
    public Draft apply(Draft draft) {
        List<Word> words = words(draft.text());
        boolean mixed = words.stream().anyMatch(Word::isMixed);
        boolean foreignText = words.stream().anyMatch(word -> word.foreignWithoutLikeness > 0);
        boolean eastAsian = words.stream().anyMatch(word -> word.eastAsian);
        Draft.Rewriter rewriter = new Draft.Rewriter(draft);
        for (Word word : words) {
            if (word.readsAsEnglish(mixed && !foreignText)) {
                rewrite(draft.text(), word, rewriter);
                if (word.misleads() && !(word.fullWidthOnly() && eastAsian)) {
                    rewriter.flag();
                }
            }
        }
        return rewriter.done();
    }

    private static void rewrite(CharSequence text, Word word, Draft.Rewriter rewriter) {
        int i = word.start;
        while (i < word.end) {
            int codePoint = Character.codePointAt(text, i);
            int end = i + Character.charCount(codePoint);
            Optional<String> letter = plain(codePoint);
            if (letter.isPresent()) {
                rewriter.replace(i, end, letter.get());
            }
            i = end;
        }
    }

    private static Optional<String> plain(int codePoint) {
        if (codePoint < 0x80) {
            return Optional.empty();
        }
        return LookAlikes.styled(codePoint)
                .or(() -> LookAlikes.raised(codePoint))
                .or(() -> LookAlikes.ligature(codePoint))
                .or(() -> LookAlikes.foreign(codePoint));
    }

    /** The words that hold a letter outside ASCII; the others need no look. */
    private static List<Word> words(CharSequence text) {
        List<Word> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            Word word = new Word(i);
            int codePoint = Character.codePointAt(text, i);
            while (i < text.length() && isPartOfWord(codePoint)) {
                word.add(codePoint);
                i += Character.charCount(codePoint);
                codePoint = i < text.length() ? Character.codePointAt(text, i) : -1;
            }
            word.end = i;
            if (word.beyondAscii) {
                words.add(word);
            }
            if (word.end == word.start) {
                i += Character.charCount(codePoint);
            }
        }
        return words;
    }

    private static boolean isPartOfWord(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint);
        }
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || (type == Character.NON_SPACING_MARK && !HiddenCharacters.isHidden(codePoint))
                || type == Character.COMBINING_SPACING_MARK
                || LookAlikes.styled(codePoint).isPresent();
    }

    /** What the letters of one word are. */
    private static final class Word {

        private final int start;
        private int end;
        private boolean beyondAscii;
        private boolean eastAsian;
        private boolean emoji;
        private int latin;
        private int ligatures;
        private int styled;
        private int fullWidth;
        private int raised;
        private int foreign;
        private int foreignWithoutLikeness;
        private int others;

        Word(int start) {
            this.start = start;
        }

        void add(int codePoint) {
            if (codePoint < 0x80) {
                latin += Character.isLetter(codePoint) ? 1 : 0;
                return;
            }
            beyondAscii = true;
            if (LookAlikes.styled(codePoint).isPresent()) {
                styled++;
                fullWidth += LookAlikes.isFullWidth(codePoint) ? 1 : 0;
                emoji |= UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI);
            } else if (LookAlikes.raised(codePoint).isPresent()) {
                raised++;
            } else if (LookAlikes.ligature(codePoint).isPresent()) {
                ligatures++;
            } else if (LookAlikes.foreign(codePoint).isPresent()) {
                foreign++;
            } else if (LookAlikes.isForeign(codePoint)) {
                foreignWithoutLikeness++;
            } else if (Character.isLetter(codePoint)) {
                addOther(UScript.getScript(codePoint));
            }
        }

        private void addOther(int script) {
            latin += script == UScript.LATIN ? 1 : 0;
            others += script == UScript.LATIN ? 0 : 1;
            eastAsian |= script == UScript.HAN
                    || script == UScript.HIRAGANA
                    || script == UScript.KATAKANA
                    || script == UScript.HANGUL;
        }

        private int letters() {
            return latin + ligatures + styled + raised + foreign + foreignWithoutLikeness + others;
        }

        /** Whether letters of another alphabet stand among ours, and each of them looks like one of ours. */
        boolean isMixed() {
            return foreign > 0 && latin + styled > 0 && foreignWithoutLikeness + others == 0;
        }

        /** A word wholly of foreign letters is only read as English if other words prove the intention. */
        boolean readsAsEnglish(boolean proven) {
            if (foreignWithoutLikeness + others > 0) {
                return false;
            }
            if (raised > 0 && (raised < FEWEST_RAISED || raised < letters())) {
                return false;
            }
            if (emoji && letters() == 1) {
                return false;
            }
            return foreign == 0 ? styled + raised + ligatures > 0 : isMixed() || proven;
        }

        /** A single styled letter is mathematics, a ligature typesetting. */
        boolean misleads() {
            return foreign > 0 || raised > 0 || (styled > 0 && letters() > 1);
        }

        boolean fullWidthOnly() {
            return fullWidth == styled && foreign + raised == 0;
        }
    }
}
