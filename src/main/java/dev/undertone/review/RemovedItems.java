package dev.undertone.review;

import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.SubmissionsRemoved;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes the items of submissions that go, with their decisions and notes. */
@Component
class RemovedItems {

    private static final String OF_THEM =
            " where reviewable_id in" + " (select id from reviewable where submission_id in (:ids))";

    private final JdbcClient jdbc;

    RemovedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(SubmissionsRemoved removed) {
        List<UUID> ids = removed.submissions().stream().map(SubmissionId::value).toList();
        // Whoever is about to decide holds the row and is waited for; whoever comes later finds nothing.
        run("select id from reviewable where submission_id in (:ids) order by id for update", ids);
        update("delete from review_note" + OF_THEM, ids);
        update("delete from decision" + OF_THEM, ids);
        update("delete from reviewable where submission_id in (:ids)", ids);
    }

    private void run(String sql, List<UUID> ids) {
        jdbc.sql(sql).param("ids", ids).query(UUID.class).list();
    }

    private void update(String sql, List<UUID> ids) {
        jdbc.sql(sql).param("ids", ids).update();
    }
}
