package dev.undertone.review.live;

import dev.undertone.audit.AuditHistory;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewTrail;
import dev.undertone.review.Reviewable;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what has changed. Whatever happens to an item stands in the audit trail, whose entries are numbered in the
 * order of their commits: its length is the counter that tells every process of every change.
 */
@Component
@Transactional(readOnly = true)
public class ItemChanges {

    /** After more than this a list is better read anew. */
    private static final int MOST = 500;

    private final AuditHistory history;
    private final EntityManager entities;
    private final ReviewItems items;

    ItemChanges(AuditHistory history, EntityManager entities, ReviewItems items) {
        this.history = history;
        this.entities = entities;
        this.items = items;
    }

    /** Where the changes have come to. */
    public long position() {
        return history.length();
    }

    /** What has changed behind a position. */
    public Changes since(long position) {
        long end = history.length();
        if (position == end) {
            return new Changes(end, false, List.of());
        }
        // A counter that went back belongs to another database.
        if (position > end || end - position > MOST) {
            return new Changes(end, true, List.of());
        }
        List<UUID> ids = history.subjects(ReviewTrail.SUBJECT, position, end, "reviewable.renewed").stream()
                .map(UUID::fromString)
                .toList();
        List<ItemState> states = ids.isEmpty() ? List.of() : states(ids);
        // What was removed has no state any more: whoever shows it reads all again.
        return states.size() < ids.size() ? new Changes(end, true, List.of()) : new Changes(end, false, states);
    }

    private List<ItemState> states(List<UUID> ids) {
        return entities
                .createQuery("select r from Reviewable r where r.id in :ids", Reviewable.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(item -> new ItemState(item.id(), item.status(), item.lease(items.now()), item.lastDecision()))
                .toList();
    }
}
