package dev.undertone.classification.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A row of single letters that may be words in disguise; grows letter by letter and then answers. */
final class SpacedRun {

    /** Wide white space between two chains. */
    static final char GAP = '\t';

    /** Anything else between two letters. */
    static final char APART = '\0';

    /** Three letters in a row are too often a list, an abbreviation or initials. */
    static final int FEWEST_LETTERS = 4;

    /** Enough where a longer run in the same text has proven the intention, and for the words of a run with gaps. */
    static final int FEWEST_LETTERS_OF_A_WORD = 3;

    /** "a a a a" stutters, "x o x o" kisses and "h a h a" laughs; they hide nothing. */
    static final int FEWEST_DIFFERENT_LETTERS = 3;

    /** Capitals with dots up to this length are abbreviations: U.S.S.R. */
    static final int LONGEST_ABBREVIATION = 6;

    /** Letters that no common English word has behind a leading i, so that in "I h a t e" the I is a word. */
    private static final String NEVER_BEHIND_I = "abefhjkopquwxyz";

    private final CharSequence text;
    private final List<List<Letter>> chains = new ArrayList<>();
    private char link = APART;

    SpacedRun(CharSequence text, Letter first) {
        this.text = text;
        startChain(first);
    }

    /** Adds a letter if what stands before it fits this run. */
    boolean takes(char before, Letter letter) {
        boolean gap = before == GAP || (before == ' ' && link != APART && link != ' ');
        if (gap) {
            startChain(letter);
            return true;
        }
        if (before == APART || (link != APART && before != link)) {
            return false;
        }
        link = before;
        chains.get(chains.size() - 1).add(letter);
        return true;
    }

    /** Whether the last letter may as well be the first of another run. */
    boolean endsWithLooseLetter() {
        return link == ' ' || chains.get(chains.size() - 1).size() == 1;
    }

    boolean isWordsInDisguise() {
        int longest = longestChain();
        boolean enough = link == ' '
                ? longest >= FEWEST_LETTERS_OF_A_WORD && letters().count() >= FEWEST_LETTERS
                : longest >= FEWEST_LETTERS;
        return enough && !isHarmless();
    }

    boolean isShortWordInDisguise() {
        return longestChain() >= FEWEST_LETTERS_OF_A_WORD && !isHarmless();
    }

    /** Takes out what stands between the letters of each chain. */
    void joinBy(Draft.Rewriter rewriter) {
        for (List<Letter> chain : chains) {
            for (int i = startsWithPronoun(chain) ? 2 : 1; i < chain.size(); i++) {
                int linkStart = chain.get(i - 1).end();
                int linkEnd = chain.get(i).start();
                rewriter.drop(linkStart, linkEnd);
            }
        }
    }

    private boolean startsWithPronoun(List<Letter> chain) {
        return link == ' '
                && chain.size() > 1
                && chain.get(0).letter() == 'i'
                && NEVER_BEHIND_I.indexOf(chain.get(1).letter()) >= 0;
    }

    private void startChain(Letter letter) {
        List<Letter> chain = new ArrayList<>();
        chain.add(letter);
        chains.add(chain);
    }

    private Stream<Letter> letters() {
        return chains.stream().flatMap(List::stream);
    }

    private int longestChain() {
        return chains.stream().mapToInt(List::size).max().orElse(0);
    }

    private boolean isHarmless() {
        return letters().map(Letter::letter).distinct().count() < FEWEST_DIFFERENT_LETTERS
                || isAlphabet()
                || isAbbreviation();
    }

    /** "a b c d": each letter is the one behind the last. */
    private boolean isAlphabet() {
        List<Letter> all = letters().toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).letter() != all.get(i - 1).letter() + 1) {
                return false;
            }
        }
        return true;
    }

    private boolean isAbbreviation() {
        return link == '.'
                && longestChain() <= LONGEST_ABBREVIATION
                && letters().allMatch(letter -> Character.isUpperCase(text.charAt(letter.start())));
    }

    /**
     * A letter that stands alone.
     *
     * @param start offset of the letter in the draft
     * @param end offset behind it and its marks
     * @param letter the letter in lower case
     */
    record Letter(int start, int end, char letter) {}
}
