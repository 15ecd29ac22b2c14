package dev.undertone.review;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * The rows of items, locked. As a repository it says of a lock that does not come that it is a
 * {@link org.springframework.dao.ConcurrencyFailureException}, after which a change is tried again.
 */
@Repository
class ItemRows {

    private final EntityManager entities;

    ItemRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Reviewable> lock(UUID id) {
        return Optional.ofNullable(entities.find(Reviewable.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those that exist, in the order of their ids. */
    List<Reviewable> lockAll(Collection<UUID> ids) {
        return entities.createQuery("select r from Reviewable r where r.id in :ids order by r.id", Reviewable.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    void flush() {
        entities.flush();
    }
}
