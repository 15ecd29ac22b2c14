package dev.undertone.moderation.policies;

import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.SubmissionsRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what shadow policies would have said about submissions that go. */
@Component
class RemovedShadows {

    private final JdbcClient jdbc;

    RemovedShadows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(SubmissionsRemoved removed) {
        jdbc.sql("delete from shadow_judgement where submission_id in (:ids)")
                .param(
                        "ids",
                        removed.submissions().stream().map(SubmissionId::value).toList())
                .update();
    }
}
