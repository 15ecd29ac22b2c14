package dev.undertone.emotion;

/** What a reader of a score should know about the text or the score before trusting it. */
public enum Notice {
    /** Too few words to read an emotion from. */
    SHORT_TEXT,
    /** Longer than the model reads at once: read in overlapping windows and combined; nothing was dropped. */
    TRUNCATED,
    /** Probably not English, the only language the model knows. */
    NOT_ENGLISH,
    /** The probabilities are too close or too spread for the winner to mean much. */
    UNCERTAIN,
    /** Hidden or look-alike characters or spaced-out letters were found; the score is for the cleaned text. */
    OBFUSCATED
}
