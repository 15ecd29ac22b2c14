package dev.undertone.review;

import static dev.undertone.review.ReviewTrail.picture;

import dev.undertone.account.Caller;
import dev.undertone.policy.QueueName;
import dev.undertone.review.reader.NextPreference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who works on what: leases that are claimed, renewed and released, and that run out by themselves. */
@Component
public class Claims {

    /** After so many looks at heads that all were taken in the meantime, it is worth waiting for one. */
    private static final int LOOKS = 3;

    private final ReviewItems items;
    private final Lines lines;
    private final ReviewTransactions transactions;
    private final ReviewTrail trail;
    private final ReviewSettings settings;
    private final NextPreference preference;

    Claims(
            ReviewItems items,
            Lines lines,
            ReviewTransactions transactions,
            ReviewTrail trail,
            ReviewSettings settings,
            NextPreference preference) {
        this.items = items;
        this.lines = lines;
        this.transactions = transactions;
        this.trail = trail;
        this.settings = settings;
        this.preference = preference;
    }

    /**
     * Claims the most urgent item that nobody holds, of one queue or of all; empty if there is none. What the caller
     * would rather have may come first, see {@link NextPreference}.
     */
    public Optional<UUID> next(Optional<QueueName> queue, Caller caller) {
        return next(Line.mostUrgent(queue), caller);
    }

    /** Claims the next item of a list that nobody holds; empty if there is none in all of the list. */
    public Optional<UUID> next(Line line, Caller caller) {
        return transactions.run(() -> claimed(caller.lead() ? line : line.forModerators(), caller));
    }

    private Optional<UUID> claimed(Line line, Caller caller) {
        NextPreference.Wish wish = preference.of(caller);
        for (int look = 1; ; look++) {
            Instant now = items.now();
            List<Candidate> free = lines.free(line, wish, now);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            for (Candidate candidate : free) {
                boolean mayTake = look > LOOKS || lines.grab(candidate, now);
                if (mayTake && lines.take(candidate, caller.actor(), now, now.plus(settings.lease()))) {
                    return Optional.of(taken(candidate.id(), caller, now));
                }
            }
        }
    }

    private UUID taken(UUID id, Caller caller, Instant now) {
        Reviewable item = items.lock(id);
        Map<String, String> before = Map.of("status", item.status().name(), "holder", "");
        trail.append(caller.actor(), "reviewable.claimed", item, before, picture(item, now));
        return id;
    }

    /** Claims one item; who holds it already keeps the same lease a while longer. */
    public void claim(UUID id, Caller caller) {
        transactions.run(() -> {
            Reviewable item = items.lock(id);
            Instant now = items.now();
            Optional<Lease> lease = item.lease(now);
            if (item.status().isOver()) {
                throw ReviewConflict.over(item, now);
            }
            if (lease.isPresent() && !lease.get().belongsTo(caller.actor())) {
                throw ReviewConflict.held(item, lease.get(), now);
            }
            if (item.status() == ReviewStatus.ESCALATED && !caller.lead()) {
                throw new LeadsOnly("The item " + id + " waits for a lead.");
            }
            Map<String, String> before = picture(item, now);
            if (lease.isPresent()) {
                item.renew(now.plus(settings.lease()));
            } else {
                item.claim(caller.actor(), now.plus(settings.lease()));
            }
            return changed(lease.isPresent() ? "reviewable.renewed" : "reviewable.claimed", item, before, caller);
        });
    }

    /** Keeps an item for its holder a while longer. */
    public void renew(UUID id, long token, Caller caller) {
        transactions.run(() -> {
            Reviewable item = items.lockHeld(id, caller.actor(), token);
            Map<String, String> before = picture(item, items.now());
            item.renew(items.now().plus(settings.lease()));
            return changed("reviewable.renewed", item, before, caller);
        });
    }

    /** Gives an item back, an assigned one too. */
    public void release(UUID id, long token, Caller caller) {
        transactions.run(() -> {
            Reviewable item = items.lockHeld(id, caller.actor(), token);
            Map<String, String> before = picture(item, items.now());
            item.release();
            return changed("reviewable.released", item, before, caller);
        });
    }

    private Reviewable changed(String action, Reviewable item, Map<String, String> before, Caller caller) {
        items.flush();
        trail.append(caller.actor(), action, item, before, picture(item, items.now()));
        return item;
    }
}
