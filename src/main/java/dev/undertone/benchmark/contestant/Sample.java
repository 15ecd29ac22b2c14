package dev.undertone.benchmark.contestant;

/** A text of the benchmark with its token ids, so that everyone runs the same. */
public final class Sample {

    private final String text;
    private final long[] ids;

    /** The ids carry start and end marks. */
    public Sample(String text, long[] ids) {
        this.text = text;
        this.ids = ids.clone();
    }

    /** As somebody wrote it. */
    public String text() {
        return text;
    }

    /** How many tokens the network reads. */
    public int tokens() {
        return ids.length;
    }

    long[] ids() {
        return ids;
    }
}
