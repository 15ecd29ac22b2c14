package dev.undertone.review;

import static dev.undertone.review.ReviewTrail.picture;

import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the items of erased submissions, and removes what people wrote about them: reasons and notes may repeat the
 * text. What was decided stays, without its reason; it is what the machine is measured by.
 */
@Component
class ErasedItems {

    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final ReviewTrail trail;

    ErasedItems(EntityManager entities, JdbcClient jdbc, ReviewTrail trail) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(AuthorErased erased) {
        List<SubmissionId> all = erased.submissions();
        for (String sort : List.of("itemsEnded", "decisionReasons", "notes")) {
            erased.count(sort, 0);
        }
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            erase(all.subList(from, Math.min(from + AT_ONCE, all.size())), erased);
        }
    }

    private void erase(List<SubmissionId> submissions, AuthorErased erased) {
        List<Reviewable> items = locked(submissions);
        if (items.isEmpty()) {
            return;
        }
        List<Map<String, String>> before =
                items.stream().map(item -> picture(item, erased.at())).toList();
        erased.count(
                "itemsEnded",
                items.stream().filter(item -> !item.status().isOver()).count());
        items.forEach(item -> item.erase(erased.at()));
        entities.flush();
        for (int i = 0; i < items.size(); i++) {
            Reviewable item = items.get(i);
            trail.append(erased.by(), "reviewable.erased", item, before.get(i), picture(item, erased.at()));
            entities.detach(item);
        }
        List<UUID> ids = items.stream().map(Reviewable::id).toList();
        erased.count(
                "decisionReasons",
                update("update decision set reason = null where reviewable_id in (:ids) and reason is not null", ids));
        erased.count("notes", update("delete from review_note where reviewable_id in (:ids)", ids));
    }

    /** In the order in which everybody locks, so that nobody waits in a circle. */
    private List<Reviewable> locked(List<SubmissionId> submissions) {
        return entities.createQuery(
                        "select r from Reviewable r where r.submissionId in :ids order by r.id", Reviewable.class)
                .setParameter(
                        "ids", submissions.stream().map(SubmissionId::value).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private int update(String sql, List<UUID> ids) {
        return jdbc.sql(sql).param("ids", ids).update();
    }
}
