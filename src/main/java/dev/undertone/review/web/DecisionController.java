package dev.undertone.review.web;

import dev.undertone.account.Caller;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import dev.undertone.review.decisions.BulkDecisions;
import dev.undertone.review.decisions.DecisionFilter;
import dev.undertone.review.decisions.DecisionHistory;
import dev.undertone.review.decisions.Decisions;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.decisions.Undo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decide, and how they take it back. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
@Tag(name = "review")
class DecisionController {

    private final Decisions decisions;
    private final BulkDecisions bulk;
    private final Undo undo;
    private final DecisionHistory history;

    DecisionController(Decisions decisions, BulkDecisions bulk, Undo undo, DecisionHistory history) {
        this.decisions = decisions;
        this.bulk = bulk;
        this.undo = undo;
        this.history = history;
    }

    @PostMapping("/reviewables/{id}/decision")
    @Operation(
            summary = "Decides about an item that the caller holds",
            description = "Without version or token 428; 409 with the decision that won or with who holds the item.")
    DecisionBody decide(
            @PathVariable String id, @RequestBody DecisionRequest request, @Parameter(hidden = true) Caller caller) {
        return DecisionBody.of(decisions.decide(
                Asked.id("item", id), request.seenVersion(), request.leaseToken(), request.opinion(), caller));
    }

    @PostMapping("/reviewables/decisions")
    @Operation(
            summary = "Decides about up to 1,000 items as one",
            description =
                    "ReviewItems that somebody else holds or has decided are skipped and named. Undone as one by its id.")
    BulkBody decideAll(@RequestBody BulkRequest request, @Parameter(hidden = true) Caller caller) {
        Opinion opinion = request.opinion();
        List<UUID> named = request.named();
        BulkRequest.@Nullable Filter filter = request.filter();
        return BulkBody.of(
                filter == null
                        ? bulk.decide(named, opinion, caller)
                        : bulk.decide(filter.toFilter(), request.count(), opinion, caller));
    }

    @PostMapping("/decisions/{id}/undo")
    @Operation(
            summary = "Takes back a decision, or a bulk decision as one",
            description =
                    "Puts back queue, status and escalation; a lease that ran then is over. People undo their own"
                            + " for as long as undertone.review.undo-window says, 24 hours by default; leads any. 409 names what stands in the way.")
    Undone undo(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        List<DecisionBody> undoing = undo.undo(Asked.id("decision", id), caller).stream()
                .map(DecisionBody::of)
                .toList();
        return new Undone(undoing.size(), undoing);
    }

    @GetMapping("/decisions")
    @Operation(summary = "Lists decisions in the order in which they were made, to learn from")
    Page<DecisionBody> list(
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String feedback,
            @RequestParam(required = false) @Nullable String decidedBy,
            @RequestParam(defaultValue = "false") boolean standing,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        DecisionFilter filter = new DecisionFilter(
                outcome(outcome), DecisionRequest.feedback(feedback), Asked.name("decidedBy", decidedBy), standing);
        return history.page(filter, Optional.ofNullable(after), Limit.of(limit)).map(DecisionBody::of);
    }

    private static Optional<Outcome> outcome(@Nullable String outcome) {
        if (outcome == null) {
            return Optional.empty();
        }
        return Optional.of(Outcome.withName(outcome)
                .orElseThrow(() -> RequestRefused.unknown("outcome", outcome, Outcome.names())));
    }

    /**
     * What was taken back.
     *
     * @param undone how many decisions
     * @param decisions the decisions that compensate
     */
    record Undone(int undone, List<DecisionBody> decisions) {}
}
