package dev.undertone.review.decisions;

/** A bulk decision was refused as a whole. */
public final class BulkRefused extends RuntimeException {

    private final boolean changed;

    private BulkRefused(String fact, boolean changed) {
        super(fact + " Nothing was decided.");
        this.changed = changed;
    }

    static BulkRefused tooMany(int matching) {
        return new BulkRefused(
                "These are " + matching + " items, at most " + BulkDecisions.MOST + " can be decided at once.", false);
    }

    static BulkRefused otherThanExpected(int expected, int matching) {
        return new BulkRefused(
                "The filter matches " + matching + " items now instead of the expected " + expected + ".", true);
    }

    /** Whether the items are other than they were, instead of the request being wrong. */
    public boolean changed() {
        return changed;
    }
}
