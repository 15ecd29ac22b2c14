package dev.undertone.moderation.submissions;

import dev.undertone.audit.Actor;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.SubmissionRemoval;
import dev.undertone.moderation.SubmissionsRemoved;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes rows of submissions, after everybody else has removed what belongs to them. */
@Component
class StoredRemoval implements SubmissionRemoval {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StoredRemoval(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int removeAllOf(String submittedBy, Actor by) {
        List<UUID> all = jdbc.sql("select id from submission where submitted_by = :by order by id")
                .param("by", submittedBy)
                .query(UUID.class)
                .list();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            events.publishEvent(
                    new SubmissionsRemoved(some.stream().map(SubmissionId::new).toList(), by));
            jdbc.sql("delete from submission where id in (:ids)")
                    .param("ids", some)
                    .update();
        }
        return all.size();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyBesides(String submittedBy) {
        return !jdbc.sql("select id from submission where submitted_by <> :by limit 1")
                .param("by", submittedBy)
                .query(UUID.class)
                .list()
                .isEmpty();
    }
}
