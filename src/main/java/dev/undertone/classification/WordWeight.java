package dev.undertone.classification;

/**
 * How much one word of a text moved the winning score.
 *
 * @param start offset of its first UTF-16 code unit in the text as sent
 * @param end offset behind its last code unit
 * @param weight how far the winner's probability falls without the word, -1 to 1; negative if it rises
 */
public record WordWeight(int start, int end, double weight) {

    /** Refuses an empty or backward range. */
    public WordWeight {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("word range " + start + ".." + end + " is empty or backward");
        }
    }
}
