package dev.undertone.moderation.policies.preview;

import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.Aspect;
import dev.undertone.policy.Outcome;
import dev.undertone.policy.Policy;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/** Lets two policies judge one submission after the other, and keeps how they compare. */
final class Comparison {

    private static final int SAMPLE = 20;

    private final Policy live;
    private final Policy candidate;
    private final Tally now = new Tally();
    private final Tally would = new Tally();
    /** The newest, as ids grow with time; the oldest of them at the head. */
    private final PriorityQueue<Flip> newest = new PriorityQueue<>(Comparator.comparing(Comparison::id));

    private long judged;
    private long unscored;
    private long flips;

    Comparison(Policy live, Policy candidate) {
        this.live = live;
        this.candidate = candidate;
    }

    /** What either policy looks at. */
    Set<Aspect> aspects() {
        Set<Aspect> aspects = new HashSet<>(live.aspects());
        aspects.addAll(candidate.aspects());
        return aspects;
    }

    void judge(StoredRow row) {
        if (!row.scored()) {
            unscored++;
            return;
        }
        judged++;
        Outcome before = live.outcome(row);
        Outcome after = candidate.outcome(row);
        now.count(before, row.resolution());
        would.count(after, row.resolution());
        if (!before.equals(after)) {
            flips++;
            sample(row, before, after);
        }
    }

    private void sample(StoredRow row, Outcome before, Outcome after) {
        Flip oldest = newest.peek();
        if (newest.size() < SAMPLE || (oldest != null && row.id().compareTo(id(oldest)) > 0)) {
            newest.add(new Flip(new SubmissionId(row.id()), before, after));
            if (newest.size() > SAMPLE) {
                newest.remove();
            }
        }
    }

    private static UUID id(Flip flip) {
        return flip.submission().value();
    }

    Preview result() {
        List<Flip> sample = newest.stream()
                .sorted(Comparator.comparing(Comparison::id).reversed())
                .toList();
        return new Preview(
                judged, unscored, would.counts(), now.counts(), would.quality(), now.quality(), flips, sample);
    }
}
