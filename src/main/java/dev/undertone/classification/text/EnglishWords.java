package dev.undertone.classification.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Knows plain English by its small words, in 2 µs where n-grams take over 100: a text of whose words at least half are
 * among the commonest, two of them such as hardly another language writes. It knows 80 % of the validation texts and 55
 * % of 43,410 forum posts, and of the Universal Declaration of Human Rights in some 500 languages, with and without
 * accents, no paragraph but those in English and in Nigerian Pidgin.
 */
final class EnglishWords {

    /** Written in no other language of Latin letters, or hardly. */
    private static final Set<String> TELLING = words("about because been being could didn't did does doesn't don't"
            + " every everyone everything feel feeling feelings feels felt getting going gonna have haven't how i'll"
            + " i'm i've isn't it's know little make making many much myself never nothing people person really should"
            + " someone something that that's the their them then there these they they're thing things think thinking"
            + " this those through today wanted wasn't what when where which while who why with without would"
            + " wouldn't you you're you've your yourself");

    /** The commonest otherwise; other languages have some of them too. */
    private static final Set<String> COMMON = words("a after again all also always am an and any are around as at away"
            + " back bad be before best better both but by came can can't cannot cant come day didnt do doing done dont"
            + " down even ever few find first for from get give go good got great had happy has hate he her here him"
            + " his hope i id if im in into is it its ive just last life like long look lot love made makes man may"
            + " maybe me mean might more most my need new no not now of off oh ok old on one only or other our out over"
            + " own part put quite rather read right said same say see she since so some sorry still such sure take"
            + " tell than thanks thats time to too try two up us very want way we well went were will work year years"
            + " yes yet");

    private static final int TELLING_WORDS = 2;

    private EnglishWords() {}

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ")));
    }

    /** Whether a text is plain English; of one that is not so plain nothing is said. */
    static boolean suffice(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int all = 0;
        int common = 0;
        int telling = 0;
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inside = i < lower.length() && (Character.isLetter(lower.charAt(i)) || lower.charAt(i) == '\'');
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = lower.substring(start, i);
                start = -1;
                all++;
                if (TELLING.contains(word)) {
                    telling++;
                } else if (COMMON.contains(word)) {
                    common++;
                }
            }
        }
        return telling >= TELLING_WORDS && 2 * (telling + common) >= all;
    }
}
