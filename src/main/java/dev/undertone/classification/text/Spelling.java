package dev.undertone.classification.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads slips of the fingers as what was meant. A word that nobody knows is taken for the one, among those that are one
 * slip away, that is written most often: a letter too few or too many, another one, or two the wrong way round (Damerau
 * 1964, doi 10.1145/363958.363994). Where none is near, it stays.
 *
 * <p>Left alone: short words, words with a capital first, which may be names, and what stands in an address, after
 * {@code @} or {@code #}, or beside an apostrophe. Safe for many threads.
 */
public final class Spelling {

    private static final int SHORTEST = 4;

    private static final Pattern WORD = Pattern.compile("(?<!\\p{L}['’])(?<![^\\s(\\[\"“‘'])"
            + "(?:[a-z]{" + SHORTEST + ",20}+|[A-Z]{" + SHORTEST + ",20}+)"
            + "(?!['’]\\p{L})(?![^\\s.,!?;:…)\\]\"”’'])(?![.:]\\S)");

    /** What is seen less often may be a slip itself. */
    private static final int OFTEN = 5;

    private final Set<String> known;
    private final Map<String, Integer> counts;

    /**
     * A speller.
     *
     * @param known words in lower case that are right
     * @param counts more of them, and how often they are written
     */
    public Spelling(Set<String> known, Map<String, Integer> counts) {
        this.known = Set.copyOf(known);
        this.counts = Map.copyOf(counts);
    }

    /** The text as it was meant; the same instance if nothing is to be corrected. */
    public String correct(String text) {
        if (isAllKnown(text)) {
            return text;
        }
        Matcher words = WORD.matcher(text);
        StringBuilder corrected = new StringBuilder();
        int copied = 0;
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            String meant = isKnown(word) ? word : nearest(word);
            if (!meant.equals(word)) {
                corrected.append(text, copied, words.start()).append(meant);
                copied = words.end();
            }
        }
        return copied == 0
                ? text
                : corrected.append(text, copied, text.length()).toString();
    }

    /** Whether no word could be a slip, whatever stands around it; to find words by the pattern takes much longer. */
    private boolean isAllKnown(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !isAsciiLetter(text.charAt(i))) {
                if (i - start >= SHORTEST && !isKnown(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isAsciiLetter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }

    private boolean isKnown(String word) {
        return known.contains(word) || counts.containsKey(word);
    }

    private String nearest(String word) {
        Choice choice = new Choice(word);
        for (int i = 0; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            for (char letter = 'a'; letter <= 'z'; letter++) {
                choice.offer(before + letter + after);
                if (!after.isEmpty()) {
                    choice.offer(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                choice.offer(before + after.substring(1));
            }
            if (after.length() > 1) {
                choice.offer(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        return choice.best;
    }

    /** Keeps the word that is written most often; of two alike the first in the alphabet. */
    private final class Choice {

        private String best;
        private int most;

        Choice(String word) {
            this.best = word;
        }

        void offer(String candidate) {
            @Nullable Integer count = counts.get(candidate);
            if (count == null || count < OFTEN) {
                return;
            }
            if (count > most || (count == most && candidate.compareTo(best) < 0)) {
                best = candidate;
                most = count;
            }
        }
    }
}
