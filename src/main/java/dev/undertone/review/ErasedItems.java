package dev.undertone.review;

import static dev.undertone.review.ReviewTrail.picture;

import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the items of erased submissions, and removes what people wrote about them: reasons and notes may repeat the
 * text. What was decided stays, without its reason; it is what the machine is measured by.
 */
@Repository
class ErasedItems {

    private static final int AT_ONCE = 500;

    /** As the databases compare them. */
    private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    private final ReviewItems items;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final ReviewTrail trail;

    ErasedItems(ReviewItems items, EntityManager entities, JdbcClient jdbc, ReviewTrail trail) {
        this.items = items;
        this.entities = entities;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(AuthorErased erased) {
        for (String sort : List.of("itemsEnded", "decisionReasons", "notes")) {
            erased.count(sort, 0);
        }
        // All of them in the order in which everybody locks, so that nobody waits in a circle.
        List<UUID> all = itemsOf(erased.submissions());
        all.sort(AS_STORED);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            erase(all.subList(from, Math.min(from + AT_ONCE, all.size())), erased);
        }
    }

    private List<UUID> itemsOf(List<SubmissionId> submissions) {
        List<UUID> found = new ArrayList<>();
        for (int from = 0; from < submissions.size(); from += AT_ONCE) {
            List<UUID> some = submissions.subList(from, Math.min(from + AT_ONCE, submissions.size())).stream()
                    .map(SubmissionId::value)
                    .toList();
            found.addAll(jdbc.sql("select id from reviewable where submission_id in (:some)")
                    .param("some", some)
                    .query(UUID.class)
                    .list());
        }
        return found;
    }

    private void erase(List<UUID> ids, AuthorErased erased) {
        List<Reviewable> locked = items.lockAll(ids);
        List<Map<String, String>> before =
                locked.stream().map(item -> picture(item, erased.at())).toList();
        erased.count(
                "itemsEnded",
                locked.stream().filter(item -> !item.status().isOver()).count());
        locked.forEach(item -> item.erase(erased.at()));
        entities.flush();
        for (int i = 0; i < locked.size(); i++) {
            Reviewable item = locked.get(i);
            trail.append(erased.by(), "reviewable.erased", item, before.get(i), picture(item, erased.at()));
            entities.detach(item);
        }
        erased.count(
                "decisionReasons",
                update("update decision set reason = null where reviewable_id in (:ids) and reason is not null", ids));
        erased.count("notes", update("delete from review_note where reviewable_id in (:ids)", ids));
    }

    private int update(String sql, List<UUID> ids) {
        return jdbc.sql(sql).param("ids", ids).update();
    }
}
