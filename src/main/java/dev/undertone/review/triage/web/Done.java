package dev.undertone.review.triage.web;

import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.Outcome;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a decision about many items, as the page tells it.
 *
 * @param bulk to undo it by
 * @param outcome what was decided
 * @param decided about how many
 * @param left how many were left alone
 * @param reasons why, the most frequent first
 */
record Done(String bulk, Outcome outcome, long decided, long left, List<Reason> reasons) implements Serializable {

    private static final int MOST = 5;

    static Done of(BulkDecisions.Result result) {
        Map<String, Long> counted = result.lines().stream()
                .flatMap(line -> line.skipped().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Reason> reasons = counted.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Reason::items).reversed().thenComparing(Reason::words))
                .limit(MOST)
                .toList();
        long decided = result.decided();
        return new Done(
                result.id().toString(),
                result.outcome(),
                decided,
                result.lines().size() - decided,
                reasons);
    }

    /** Why some items were left alone. */
    record Reason(String words, long items) implements Serializable {}
}
