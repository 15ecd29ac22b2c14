package dev.undertone.audit;

import java.util.regex.Pattern;

/**
 * The end of a chain. Kept elsewhere, it shows later whether the chain still contains what it contained then.
 *
 * @param count how many entries there are
 * @param hash the hash of the last, in hexadecimal; zeros when there is none
 */
public record ChainHead(long count, String hash) {

    /** A chain without entries. */
    public static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Takes what somebody had kept elsewhere.
     *
     * @throws IllegalArgumentException if it cannot have been the head of a chain
     */
    public static ChainHead exported(long count, String hash) {
        if (count < 0) {
            throw new IllegalArgumentException("the count is " + count + ", expected 0 or more");
        }
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("the hash is not 64 digits of 0-9 and a-f");
        }
        return new ChainHead(count, hash);
    }
}
