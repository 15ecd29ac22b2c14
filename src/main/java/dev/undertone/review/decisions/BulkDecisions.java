package dev.undertone.review.decisions;

import dev.undertone.account.Caller;
import dev.undertone.review.Lease;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.ReviewTransactions;
import dev.undertone.review.Reviewable;
import dev.undertone.review.reading.ItemFilter;
import dev.undertone.review.reading.ItemSelection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about many items in one transaction, to be undone as one. */
@Component
public class BulkDecisions {

    /** The most items of one bulk decision. */
    public static final int MOST = 1000;

    private final ReviewItems items;
    private final DecisionLedger ledger;
    private final ItemSelection selection;
    private final ReviewTransactions transactions;

    BulkDecisions(ReviewItems items, DecisionLedger ledger, ItemSelection selection, ReviewTransactions transactions) {
        this.items = items;
        this.ledger = ledger;
        this.selection = selection;
        this.transactions = transactions;
    }

    /** Decides about those of the named items that nobody else has or has decided; the others are named with why. */
    public Result decide(Collection<UUID> ids, Opinion opinion, Caller caller) {
        return decide(ids, ReviewStatus.waiting(), opinion, caller);
    }

    /** The same for items that were open when they were looked at: what is no longer open is left alone, too. */
    public Result decideOpen(Collection<UUID> ids, Opinion opinion, Caller caller) {
        return decide(ids, Set.of(ReviewStatus.OPEN), opinion, caller);
    }

    private Result decide(Collection<UUID> ids, Set<ReviewStatus> statuses, Opinion opinion, Caller caller) {
        Set<UUID> distinct = new LinkedHashSet<>(ids);
        if (distinct.size() > MOST) {
            throw BulkRefused.tooMany(distinct.size());
        }
        return transactions.run(() -> decideAll(distinct, statuses, opinion, caller));
    }

    /**
     * The same about those that a filter matches.
     *
     * @param expected how many the caller means; nothing is decided if there are now more or fewer
     */
    public Result decide(ItemFilter filter, OptionalInt expected, Opinion opinion, Caller caller) {
        return transactions.run(() -> {
            // One look alone: what comes in after it was not counted and is not decided.
            List<UUID> ids = selection.ids(filter, MOST + 1);
            int matching = ids.size() > MOST ? selection.count(filter) : ids.size();
            if (expected.isPresent() && expected.getAsInt() != matching) {
                throw BulkRefused.otherThanExpected(expected.getAsInt(), matching);
            }
            if (ids.size() > MOST) {
                throw BulkRefused.tooMany(matching);
            }
            return decideAll(new LinkedHashSet<>(ids), ReviewStatus.waiting(), opinion, caller);
        });
    }

    private Result decideAll(Set<UUID> ids, Set<ReviewStatus> statuses, Opinion opinion, Caller caller) {
        Map<UUID, Reviewable> locked = new HashMap<>();
        items.lockAll(ids).forEach(item -> locked.put(item.id(), item));
        Map<UUID, String> skipped = new HashMap<>();
        List<Reviewable> free = new ArrayList<>();
        for (UUID id : ids) {
            Reviewable item = locked.get(id);
            Optional<String> hindrance = hindrance(item, statuses, opinion, caller);
            if (item == null || hindrance.isPresent()) {
                skipped.put(id, hindrance.orElse("there is no such item"));
            } else {
                free.add(item);
            }
        }
        UUID bulk = DecisionLedger.newId();
        Map<UUID, Decision> made = new HashMap<>();
        if (!free.isEmpty()) {
            ledger.decide(free, opinion, Optional.of(bulk), caller)
                    .forEach(decision -> made.put(decision.reviewable(), decision));
        }
        List<Line> lines = ids.stream()
                .map(id -> new Line(id, Optional.ofNullable(made.get(id)), Optional.ofNullable(skipped.get(id))))
                .toList();
        return new Result(bulk, opinion.outcome(), lines);
    }

    private Optional<String> hindrance(
            @Nullable Reviewable item, Set<ReviewStatus> statuses, Opinion opinion, Caller caller) {
        if (item == null) {
            return Optional.of("there is no such item");
        }
        Instant now = items.now();
        if (item.status().isOver()) {
            return Optional.of(ReviewConflict.why(item));
        }
        Optional<Lease> lease = item.lease(now);
        if (lease.isPresent() && !lease.get().belongsTo(caller.actor())) {
            return Optional.of("held by " + lease.get().holderName());
        }
        if (item.status() == ReviewStatus.ESCALATED && !caller.lead()) {
            return Optional.of("it waits for a lead");
        }
        if (!statuses.contains(item.status())) {
            return Optional.of(
                    item.status() == ReviewStatus.HELD ? "it is assigned to you" : "it was escalated to the leads");
        }
        boolean again = opinion.outcome() == Outcome.ESCALATED && item.escalated();
        return again ? Optional.of("it is with the leads already") : Optional.empty();
    }

    /**
     * What became of a bulk decision.
     *
     * @param id names it, to undo it as one; unknown if nothing was decided
     * @param outcome what was decided
     * @param lines one for each item, in order
     */
    public record Result(UUID id, Outcome outcome, List<Line> lines) {

        /** About how many items it decided. */
        public long decided() {
            return lines.stream().filter(line -> line.decision().isPresent()).count();
        }
    }

    /**
     * What became of one item.
     *
     * @param item which one
     * @param decision what was decided
     * @param skipped or why nothing was
     */
    public record Line(UUID item, Optional<Decision> decision, Optional<String> skipped) {}
}
