package dev.undertone.review;

import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.SubmissionsRemoved;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes the items of submissions that go, with their decisions and notes; that it did stays in the trail. */
@Component
class RemovedItems {

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final ReviewItems items;
    private final ReviewTrail trail;

    RemovedItems(JdbcClient jdbc, EntityManager entities, ReviewItems items, ReviewTrail trail) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.items = items;
        this.trail = trail;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(SubmissionsRemoved removed) {
        List<UUID> ids = of(removed.submissions());
        if (ids.isEmpty()) {
            return;
        }
        Instant now = items.now();
        // Whoever is about to decide holds the row and is waited for; whoever comes later finds nothing.
        for (Reviewable item : items.lockAll(ids)) {
            trail.append(removed.by(), "reviewable.removed", item, ReviewTrail.picture(item, now), Map.of());
            entities.detach(item);
        }
        update("delete from review_note where reviewable_id in (:ids)", ids);
        update("delete from decision where reviewable_id in (:ids)", ids);
        update("delete from reviewable where id in (:ids)", ids);
    }

    private List<UUID> of(List<SubmissionId> submissions) {
        return jdbc.sql("select id from reviewable where submission_id in (:ids)")
                .param("ids", submissions.stream().map(SubmissionId::value).toList())
                .query(UUID.class)
                .list();
    }

    private void update(String sql, List<UUID> ids) {
        jdbc.sql(sql).param("ids", ids).update();
    }
}
