package dev.undertone.review;

import static dev.undertone.review.ReviewTrail.picture;

import dev.undertone.account.Caller;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Scope;
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
    private final People people;

    Assignments(ReviewItems items, ReviewTransactions transactions, ReviewTrail trail, People people) {
        this.items = items;
        this.transactions = transactions;
        this.trail = trail;
        this.people = people;
    }

    /**
     * Assigns an item that the caller holds.
     *
     * @param assignee id or name of a person; the caller if empty. Only leads assign to others.
     * @param due until when they should have decided; says so, but takes nothing away
     */
    public void hold(UUID id, long token, Optional<String> assignee, Optional<Instant> due, Caller caller) {
        Assignee to = assignee.map(name -> assignee(name, caller))
                .orElseGet(
                        () -> new Assignee(caller.actor().id(), caller.actor().name()));
        transactions.run(() -> {
            Reviewable item = items.lockHeld(id, caller.actor(), token);
            Map<String, String> before = picture(item, items.now());
            item.hold(to.id(), to.name(), due.orElse(null));
            return changed("reviewable.held", item, before, caller);
        });
    }

    private Assignee assignee(String name, Caller caller) {
        if (name.equals(caller.actor().id()) || name.equals(caller.actor().name())) {
            return new Assignee(caller.actor().id(), caller.actor().name());
        }
        if (!caller.lead()) {
            throw new LeadsOnly("Only a lead assigns items to others; leave \"assignee\" out to keep it yourself.");
        }
        return person(name)
                .filter(PersonDetails::enabled)
                .filter(person -> person.role().scopes().contains(Scope.REVIEW))
                .map(person -> new Assignee(person.id().toString(), person.name()))
                .orElseThrow(() -> new NobodyToAssign(name));
    }

    private Optional<PersonDetails> person(String name) {
        try {
            return people.find(UUID.fromString(name)).or(() -> people.named(name));
        } catch (IllegalArgumentException noId) {
            return people.named(name);
        }
    }

    /** To whom an item goes. */
    private record Assignee(String id, String name) {}

    /** Gives an assigned item back to its queue; a lead needs no token, so that nothing is stuck with who is away. */
    public void unhold(UUID id, OptionalLong token, Caller caller) {
        transactions.run(() -> {
            Reviewable item = items.lock(id);
            if (item.status().isOver()) {
                throw ReviewConflict.over(item, items.now());
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
