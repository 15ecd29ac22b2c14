package dev.undertone.review.decisions;

import dev.undertone.account.Caller;
import dev.undertone.review.ReviewConflict;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewTransactions;
import dev.undertone.review.Reviewable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes what a person decides about an item that they hold. */
@Component
public class Decisions {

    private final ReviewItems items;
    private final DecisionLedger ledger;
    private final ReviewTransactions transactions;

    Decisions(ReviewItems items, DecisionLedger ledger, ReviewTransactions transactions) {
        this.items = items;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /**
     * Decides about one item.
     *
     * @param version of the item as the caller saw it
     * @param token of the lease under which they looked
     * @throws ReviewConflict if somebody else was first
     */
    public Decision decide(UUID id, long version, long token, Opinion opinion, Caller caller) {
        return transactions.run(() -> {
            Reviewable item = items.lock(id);
            if (item.status().isOver()) {
                throw ReviewConflict.over(item, items.now());
            }
            if (item.version() != version) {
                throw ReviewConflict.stale(item, version, items.now());
            }
            items.requireLease(item, caller.actor(), token);
            if (opinion.outcome() == Outcome.ESCALATED && item.escalated()) {
                throw ReviewConflict.because(
                        "The item " + id + " is with the leads already; decide or release it.", item, items.now());
            }
            return ledger.decide(List.of(item), opinion, Optional.empty(), caller)
                    .get(0);
        });
    }
}
