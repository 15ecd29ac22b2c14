package dev.undertone.review.decisions;

import dev.undertone.account.Caller;
import dev.undertone.review.Lease;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewSettings;
import dev.undertone.review.ReviewTransactions;
import dev.undertone.review.Reviewable;
import dev.undertone.review.decisions.DecisionLedger.Undoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes decisions back, as long as nothing was built on them. */
@Component
public class Undo {

    private final ReviewItems items;
    private final DecisionHistory history;
    private final DecisionLedger ledger;
    private final ReviewTransactions transactions;
    private final ReviewSettings settings;

    Undo(
            ReviewItems items,
            DecisionHistory history,
            DecisionLedger ledger,
            ReviewTransactions transactions,
            ReviewSettings settings) {
        this.items = items;
        this.history = history;
        this.ledger = ledger;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * Takes back a decision, or a bulk decision as one: all of it or nothing.
     *
     * @param id of a decision or of a bulk decision
     * @return the decisions that compensate, in the order of those that they take back
     * @throws UndoRefused if it may not be, or if something later stands in the way
     */
    public List<Decision> undo(UUID id, Caller caller) {
        return transactions.run(() -> {
            Optional<Decision> single = history.find(id);
            List<Decision> undone = single.map(List::of).orElseGet(() -> history.bulk(id));
            if (undone.isEmpty()) {
                throw new NoSuchItem("decision", id.toString());
            }
            requireOwnOrLead(undone, caller);
            Map<UUID, Reviewable> locked = new LinkedHashMap<>();
            items.lockAll(undone.stream().map(Decision::reviewable).toList())
                    .forEach(item -> locked.put(item.id(), item));
            Map<UUID, Decision> priors = history.byId(undone.stream()
                    .flatMap(decision -> decision.prior().stream())
                    .toList());
            List<Undoing> undoings = undone.stream()
                    .map(decision -> new Undoing(
                            decision,
                            Objects.requireNonNull(locked.get(decision.reviewable())),
                            decision.prior().map(priors::get)))
                    .toList();
            requireNothingLater(undoings);
            Optional<UUID> bulk = single.isPresent() ? Optional.empty() : Optional.of(DecisionLedger.newId());
            return ledger.takeBack(undoings, bulk, caller);
        });
    }

    private void requireOwnOrLead(List<Decision> undone, Caller caller) {
        for (Decision decision : undone) {
            if (decision.outcome() == Outcome.UNDONE) {
                throw UndoRefused.inTheWay("An undo cannot be undone; decide about the item again.", List.of(decision));
            }
            if (caller.lead()) {
                continue;
            }
            if (!decision.decidedById().equals(caller.actor().id())) {
                throw UndoRefused.notYours(decision);
            }
            if (decision.decidedAt().plus(settings.undoWindow()).isBefore(items.now())) {
                throw UndoRefused.tooLate(decision, settings.undoWindow());
            }
        }
    }

    private void requireNothingLater(List<Undoing> undoings) {
        Instant now = items.now();
        List<String> hindrances = new ArrayList<>();
        List<UUID> touched = new ArrayList<>();
        for (Undoing undoing : undoings) {
            Reviewable item = undoing.item();
            Optional<Lease> lease = item.lease(now);
            boolean stands = item.lastDecision()
                    .filter(last -> last.id().equals(undoing.decision().id()))
                    .isPresent();
            if (!stands) {
                touched.add(item.id());
            } else if (lease.isPresent()) {
                hindrances.add(
                        "The item " + item.id() + " is held by " + lease.get().holderName() + ".");
            }
        }
        List<Decision> later = history.latest(touched);
        Map<UUID, Decision> latest = new LinkedHashMap<>();
        later.forEach(decision -> latest.put(decision.reviewable(), decision));
        for (UUID id : touched) {
            hindrances.add(UndoRefused.later(id, Optional.ofNullable(latest.get(id))));
        }
        if (!hindrances.isEmpty()) {
            throw UndoRefused.inTheWay(String.join(" ", hindrances.subList(0, Math.min(3, hindrances.size()))), later);
        }
    }
}
