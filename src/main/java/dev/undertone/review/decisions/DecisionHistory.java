package dev.undertone.review.decisions;

import dev.undertone.paging.BadCursor;
import dev.undertone.paging.Cursor;
import dev.undertone.paging.Limit;
import dev.undertone.paging.Page;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has been decided. */
@Component
@Transactional(readOnly = true)
public class DecisionHistory {

    private final EntityManager entities;

    DecisionHistory(EntityManager entities) {
        this.entities = entities;
    }

    /** One decision. */
    public Optional<Decision> find(UUID id) {
        return Optional.ofNullable(entities.find(Decision.class, id));
    }

    /** All that was ever decided about an item, undone and undoing among it, the oldest first. */
    public List<Decision> of(UUID reviewable) {
        return entities.createQuery(
                        "select d from Decision d where d.reviewableId = :item order by d.decidedAt, d.id",
                        Decision.class)
                .setParameter("item", reviewable)
                .getResultList();
    }

    /** Those made together. */
    List<Decision> bulk(UUID bulk) {
        return entities.createQuery("select d from Decision d where d.bulkId = :bulk order by d.id", Decision.class)
                .setParameter("bulk", bulk)
                .getResultList();
    }

    Map<UUID, Decision> byId(Collection<UUID> ids) {
        Map<UUID, Decision> found = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select d from Decision d where d.id in :ids", Decision.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(decision -> found.put(decision.id(), decision));
        }
        return found;
    }

    /** The last decision about each of the items. */
    List<Decision> latest(Collection<UUID> reviewables) {
        if (reviewables.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("""
                        select d from Decision d where d.reviewableId in :items and not exists
                        (select 1 from Decision l where l.reviewableId = d.reviewableId and l.id > d.id)
                        """, Decision.class)
                .setParameter("items", reviewables)
                .getResultList();
    }

    /** A page of all decisions in the order in which they were made, for whoever learns from them. */
    public Page<Decision> page(DecisionFilter filter, Optional<String> after, Limit limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        filter.outcome().ifPresent(outcome -> {
            conditions.add("d.outcome = :outcome");
            parameters.put("outcome", outcome);
        });
        filter.feedback().ifPresent(feedback -> {
            conditions.add("d.feedback = :feedback");
            parameters.put("feedback", feedback);
        });
        filter.decidedBy().ifPresent(name -> {
            conditions.add("d.decidedBy = :name");
            parameters.put("name", name);
        });
        if (filter.standing()) {
            conditions.add("d.undoes is null and not exists (select 1 from Decision u where u.undoes = d.id)");
        }
        after.ifPresent(cursor -> {
            conditions.add("d.id > :after");
            parameters.put("after", read(cursor));
        });
        TypedQuery<Decision> query = entities.createQuery(
                "select d from Decision d where " + String.join(" and ", conditions) + " order by d.id",
                Decision.class);
        parameters.forEach(query::setParameter);
        List<Decision> found = query.setMaxResults(limit.value() + 1).getResultList();
        return Page.of(
                found, limit.value(), decision -> Cursor.encode(decision.id().toString()));
    }

    private static UUID read(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).parts().get(0));
        } catch (IllegalArgumentException notOurs) {
            throw new BadCursor(notOurs);
        }
    }
}
