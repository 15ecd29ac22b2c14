package dev.undertone.classification.text;

/** Leads each UTF-16 offset of a cleaned text back to the range of the original that it came from. */
public final class OffsetMap {

    private static final int[] NONE = {};

    private final int length;
    private final boolean identity;
    private final int[] starts;
    private final int[] ends;

    private OffsetMap(int length, boolean identity, int[] starts, int[] ends) {
        this.length = length;
        this.identity = identity;
        this.starts = starts;
        this.ends = ends;
    }

    /** The map of a text that was not changed. */
    static OffsetMap identity(int length) {
        return new OffsetMap(length, true, NONE, NONE);
    }

    /**
     * The map of a changed text: unit i came from the original range starts[i] to ends[i], both never falling.
     *
     * @param starts one offset for each unit of the cleaned text; not copied
     * @param ends as many offsets behind; not copied
     */
    static OffsetMap of(int[] starts, int[] ends) {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException(starts.length + " starts, but " + ends.length + " ends");
        }
        return new OffsetMap(starts.length, false, starts, ends);
    }

    /** Number of UTF-16 code units of the cleaned text. */
    public int length() {
        return length;
    }

    /**
     * Where a range of the cleaned text begins in the original.
     *
     * @param start offset of the first cleaned code unit of the range
     */
    public int originalStart(int start) {
        return identity ? start : starts[start];
    }

    /**
     * Where a range of the cleaned text ends in the original, exclusive.
     *
     * @param end offset behind the last cleaned code unit of the range, at least 1
     */
    public int originalEnd(int end) {
        return identity ? end : ends[end - 1];
    }
}
