package dev.undertone.review;

import static dev.undertone.review.ReviewTrail.picture;

import dev.undertone.account.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** ReviewItems that are kept for a person until they or a lead give them back. */
@Component
public class Assignments {

    private final ReviewItems items;
    private final ReviewTransactions transactions;
    private final ReviewTrail trail;

    Assignments(ReviewItems items, ReviewTransactions transactions, ReviewTrail trail) {
        this.items = items;
        this.transactions = transactions;
        this.trail = trail;
    }

    /**
     * Assigns an item that the caller holds.
     *
     * @param assignee id or name of a person; the caller if empty. Only leads assign to others.
     * @param due until when they should have decided; says so, but takes nothing away
     */
    public void hold(UUID id, long token, Optional<String> assignee, Optional<Instant> due, Caller caller) {
        boolean self = assignee.isEmpty()
                || assignee.get().equals(caller.actor().id())
                || assignee.get().equals(caller.actor().name());
        if (!self && !caller.lead()) {
            throw new LeadsOnly("Only a lead assigns items to others; leave \"assignee\" out to keep it yourself.");
        }
        transactions.run(() -> {
            Reviewable item = items.lockHeld(id, caller.actor(), token);
            Map<String, String> before = picture(item, items.now());
            if (self) {
                item.hold(caller.actor().id(), caller.actor().name(), due.orElse(null));
            } else {
                item.hold(assignee.get(), assignee.get(), due.orElse(null));
            }
            return changed("reviewable.held", item, before, caller);
        });
    }

    /** Gives an assigned item back to its queue; a lead needs no token, so that nothing is stuck with who is away. */
    public void unhold(UUID id, OptionalLong token, Caller caller) {
        transactions.run(() -> {
            Reviewable item = items.lock(id);
            if (item.status() == ReviewStatus.DECIDED) {
                throw ReviewConflict.decided(item, items.now());
            }
            if (item.status() != ReviewStatus.HELD) {
                throw ReviewConflict.because("The item " + id + " is assigned to nobody.", item, items.now());
            }
            if (token.isPresent() || !caller.lead()) {
                items.requireLease(item, caller.actor(), token.orElse(-1));
            }
            Map<String, String> before = picture(item, items.now());
            item.release();
            return changed("reviewable.unheld", item, before, caller);
        });
    }

    private Reviewable changed(String action, Reviewable item, Map<String, String> before, Caller caller) {
        items.flush();
        trail.append(caller.actor(), action, item, before, picture(item, items.now()));
        return item;
    }
}
