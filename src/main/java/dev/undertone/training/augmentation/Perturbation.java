package dev.undertone.training.augmentation;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way of writing the same text differently; what it says, and so its label, stays the same. */
public enum Perturbation {
    /** SHOUTED FROM END TO END. */
    UPPER_CASE,
    /** Every Word With A Capital. */
    TITLE_CASE,
    /** The first word with a capital, and so "I". */
    SENTENCE_CASE,
    /** A full stop at the end. */
    FULL_STOP,
    /** Up to three exclamation marks at the end. */
    EXCLAMATION,
    /** Up to three question marks at the end. */
    QUESTION,
    /** Three dots at the end. */
    ELLIPSIS,
    /** A comma after a word in the middle. */
    COMMA,
    /** Two neighbouring letters in the wrong order. */
    SWAPPED_LETTERS,
    /** A letter left out. */
    DROPPED_LETTER,
    /** A letter typed twice. */
    DOUBLED_LETTER,
    /** The key beside the one that was meant. */
    NEIGHBOUR_KEY,
    /** An emoji at the end. */
    EMOJI,
    /** "i'm" and "im" for "i am", "do not" and "dont" for "don't", and so on. */
    CONTRACTION,
    /** The whole text or one word in quotation marks. */
    QUOTES;

    private static final List<String> EMOJI_USED =
            List.of("🙂", "😂", "😭", "❤️", "🔥", "👍", "🎉", "🤔", "✨", "😅", "🙏", "🌧️", "☕", "😡", "😱", "💔");

    /**
     * Writes a text in this way; it comes back as it is where there is nothing to change.
     *
     * @param random decides where and how
     */
    public String apply(String text, RandomGenerator random) {
        return switch (this) {
            case UPPER_CASE -> text.toUpperCase(Locale.ROOT);
            case TITLE_CASE -> capitals(text, "(?<![\\p{L}'])\\p{Ll}");
            case SENTENCE_CASE -> capitals(text, "^\\P{L}*\\p{Ll}|\\bi\\b");
            case FULL_STOP -> ended(text, ".");
            case EXCLAMATION -> ended(text, "!".repeat(1 + random.nextInt(3)));
            case QUESTION -> ended(text, "?".repeat(1 + random.nextInt(3)));
            case ELLIPSIS -> ended(text, "...");
            case COMMA -> TypingErrors.comma(text, random);
            case SWAPPED_LETTERS -> TypingErrors.swap(text, random);
            case DROPPED_LETTER -> TypingErrors.drop(text, random);
            case DOUBLED_LETTER -> TypingErrors.doubled(text, random);
            case NEIGHBOUR_KEY -> TypingErrors.neighbour(text, random);
            case EMOJI -> text + " " + emoji(random);
            case CONTRACTION -> Contractions.rewrite(text, random);
            case QUOTES -> quoted(text, random);
        };
    }

    /** Whether it is a slip of the fingers and not a habit of writing. */
    public boolean isTypingError() {
        return switch (this) {
            case SWAPPED_LETTERS, DROPPED_LETTER, DOUBLED_LETTER, NEIGHBOUR_KEY -> true;
            default -> false;
        };
    }

    /** What people call it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capitals(String text, String which) {
        return Pattern.compile(which)
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().toUpperCase(Locale.ROOT)));
    }

    /** What the text ends with already gives way. */
    private static String ended(String text, String end) {
        return text.replaceAll("[\\s.!?…]+$", "") + end;
    }

    private static String emoji(RandomGenerator random) {
        return EMOJI_USED.get(random.nextInt(EMOJI_USED.size()));
    }

    private static String quoted(String text, RandomGenerator random) {
        if (random.nextBoolean()) {
            return "\"" + text + "\"";
        }
        return TypingErrors.inAWord(text, random, (word, where) -> "'" + word + "'");
    }
}
