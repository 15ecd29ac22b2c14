package dev.undertone.training.augmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Slips of the fingers, each in one word of four letters or more; short words are mostly typed right. */
final class TypingErrors {

    private static final Pattern LONG_WORD = Pattern.compile("(?<!\\p{L})\\p{L}{4,}(?!\\p{L})");

    /** The rows of the keyboard; neighbours stand beside each other. */
    private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    private TypingErrors() {}

    /** Rewrites one long word of a text, told the word and where in it to act: 0 to below its last letter. */
    static String inAWord(String text, RandomGenerator random, BiFunction<String, Integer, String> rewriting) {
        List<MatchResult> words = LONG_WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return text;
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        String rewritten =
                rewriting.apply(word.group(), random.nextInt(word.group().length() - 1));
        return text.substring(0, word.start()) + rewritten + text.substring(word.end());
    }

    static String swap(String text, RandomGenerator random) {
        return inAWord(text, random, (word, at) -> {
            // Two equal letters cannot be told apart; the word's other end may have some that can.
            int where = differs(word, at) ? at : at == 0 ? word.length() - 2 : 0;
            return word.substring(0, where) + word.charAt(where + 1) + word.charAt(where) + word.substring(where + 2);
        });
    }

    private static boolean differs(String word, int at) {
        return word.charAt(at) != word.charAt(at + 1);
    }

    static String drop(String text, RandomGenerator random) {
        return inAWord(text, random, (word, at) -> word.substring(0, at) + word.substring(at + 1));
    }

    static String doubled(String text, RandomGenerator random) {
        return inAWord(text, random, (word, at) -> word.substring(0, at + 1) + word.substring(at));
    }

    static String neighbour(String text, RandomGenerator random) {
        return inAWord(
                text,
                random,
                (word, at) -> word.substring(0, at) + beside(word.charAt(at), random) + word.substring(at + 1));
    }

    private static char beside(char key, RandomGenerator random) {
        char small = Character.toLowerCase(key);
        for (String row : KEYS) {
            int place = row.indexOf(small);
            if (place >= 0) {
                List<Character> around = new ArrayList<>();
                if (place > 0) {
                    around.add(row.charAt(place - 1));
                }
                if (place < row.length() - 1) {
                    around.add(row.charAt(place + 1));
                }
                char other = around.get(random.nextInt(around.size()));
                return key == small ? other : Character.toUpperCase(other);
            }
        }
        return key;
    }

    /** A comma after one of the words but the last. */
    static String comma(String text, RandomGenerator random) {
        List<MatchResult> ends =
                Pattern.compile("(?<=\\p{L})(?= )").matcher(text).results().toList();
        if (ends.isEmpty()) {
            return text;
        }
        int at = ends.get(random.nextInt(ends.size())).start();
        return text.substring(0, at) + "," + text.substring(at);
    }
}
