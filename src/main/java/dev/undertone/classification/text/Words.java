package dev.undertone.classification.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Finds the words of a text by the rules of Unicode (UAX 29), with dictionaries for scripts without spaces. */
public final class Words {

    /** Not safe for many threads: each look at a text takes a copy. */
    private static final BreakIterator BREAKS = BreakIterator.getWordInstance(ULocale.ENGLISH);

    private Words() {}

    /** The words and emoji of a text in order; spaces and punctuation are left out. */
    public static List<Word> in(String text) {
        BreakIterator breaks = BREAKS.clone();
        breaks.setText(text);
        List<Word> words = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                words.add(new Word(start, end, false));
            } else if (isEmoji(text.codePointAt(start))) {
                words.add(new Word(start, end, true));
            }
            start = end;
        }
        return words;
    }

    /** How many words a text has, emoji not counted. */
    public static int count(String text) {
        return (int) in(text).stream().filter(word -> !word.emoji()).count();
    }

    private static boolean isEmoji(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.REGIONAL_INDICATOR);
    }

    /**
     * One word or emoji.
     *
     * @param start offset of its first UTF-16 code unit
     * @param end offset behind its last
     * @param emoji whether it is an emoji and no word
     */
    public record Word(int start, int end, boolean emoji) {

        /** Refuses an empty or backward range. */
        public Word {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("word range " + start + ".." + end + " is empty or backward");
            }
        }
    }
}
