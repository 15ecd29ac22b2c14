package dev.undertone.review.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.undertone.review.decisions.BulkDecisions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bulk decision.
 *
 * @param id to undo it by, as one; null if nothing was decided
 * @param outcome what was decided
 * @param decided about how many items
 * @param skipped how many were left alone
 * @param results one for each item, in order
 */
record BulkBody(@Nullable String id, String outcome, long decided, long skipped, List<Line> results) {

    static BulkBody of(BulkDecisions.Result result) {
        long decided = result.decided();
        return new BulkBody(
                decided == 0 ? null : result.id().toString(),
                result.outcome().name(),
                decided,
                result.lines().size() - decided,
                result.lines().stream().map(Line::of).toList());
    }

    /**
     * What became of one item.
     *
     * @param id which one
     * @param result DECIDED or SKIPPED
     * @param decision the decision's id
     * @param detail why it was skipped
     */
    record Line(
            String id,
            String result,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String decision,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String detail) {

        static Line of(BulkDecisions.Line line) {
            return new Line(
                    line.item().toString(),
                    line.decision().isPresent() ? "DECIDED" : "SKIPPED",
                    line.decision().map(made -> made.id().toString()).orElse(null),
                    line.skipped().orElse(null));
        }
    }
}
