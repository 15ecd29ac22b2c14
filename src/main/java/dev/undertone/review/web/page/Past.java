package dev.undertone.review.web.page;

import dev.undertone.review.LastDecision;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Reviewable;
import dev.undertone.review.decisions.Outcome;
import java.util.List;

/**
 * What happened before.
 *
 * @param happenings to the item, the oldest first
 * @param earlier items of the same author, the newest first
 */
record Past(List<Happening> happenings, List<Reviewable> earlier) {

    private static final int LISTED = 5;

    /** The last few earlier items. */
    public List<Earlier> listed() {
        return earlier.stream().limit(LISTED).map(Earlier::new).toList();
    }

    /** How many earlier items there are, as far as was looked. */
    public int count() {
        return earlier.size();
    }

    /** How many of them were rejected. */
    public long rejected() {
        return earlier.stream()
                .flatMap(item -> item.lastDecision().stream())
                .filter(last -> last.outcome().equals(Outcome.REJECTED.name()))
                .count();
    }

    /**
     * An earlier item.
     *
     * @param item which
     */
    record Earlier(Reviewable item) {
        /** The outcome of its decision, or OPEN. */
        public String outcome() {
            return item.lastDecision()
                    .filter(last -> item.status() == ReviewStatus.DECIDED)
                    .map(LastDecision::outcome)
                    .orElse("OPEN");
        }
    }
}
