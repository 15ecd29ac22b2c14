package dev.undertone.review;

import dev.undertone.audit.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The items, for those who change them. A row is locked before anything else happens, so that whoever comes second
 * waits, sees what the first did and is told so.
 */
@Component
public class ReviewItems {

    private final ItemRows rows;
    private final Clock clock;

    ReviewItems(ItemRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The moment, as precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** One item, locked until the transaction ends. */
    public Reviewable lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new NoSuchItem("item", id.toString()));
    }

    /** Those of the items that exist, locked in the order of their ids, so that nobody waits in a circle. */
    public List<Reviewable> lockAll(Collection<UUID> ids) {
        return rows.lockAll(ids);
    }

    /** One item, locked, which this caller holds with this token. */
    public Reviewable lockHeld(UUID id, Actor by, long token) {
        Reviewable item = lock(id);
        Instant now = now();
        if (item.status().isOver()) {
            throw ReviewConflict.over(item, now);
        }
        requireLease(item, by, token);
        return item;
    }

    /**
     * Makes sure that this caller holds it with this token.
     *
     * @throws ReviewConflict if not
     */
    public void requireLease(Reviewable item, Actor by, long token) {
        Instant now = now();
        Lease lease = item.lease(now).orElseThrow(() -> ReviewConflict.leaseOver(item, now));
        if (!lease.belongsTo(by)) {
            throw ReviewConflict.held(item, lease, now);
        }
        if (lease.token() != token) {
            throw ReviewConflict.leaseOver(item, now);
        }
    }

    /** Writes what has been changed, so that versions are new and what fails, fails here. */
    public void flush() {
        rows.flush();
    }
}
