package dev.undertone.review;

import dev.undertone.audit.AuditEntry;
import dev.undertone.audit.AuditHistory;
import dev.undertone.audit.Change;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.SubmissionTrail;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to the item of a submission: who claimed, decided and took back. */
@Repository
class ItemTrail implements SubmissionTrail {

    private final JdbcClient jdbc;
    private final AuditHistory audit;

    ItemTrail(JdbcClient jdbc, AuditHistory audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public List<AuditEntry> of(SubmissionId id) {
        return jdbc
                .sql("select id from reviewable where submission_id = :submission")
                .param("submission", id.value())
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(item -> audit.of(ReviewTrail.SUBJECT, item.toString()).stream())
                .map(ItemTrail::withoutTokens)
                .toList();
    }

    /** A token is for its holder, and whoever may read submissions need not be allowed to decide. */
    private static AuditEntry withoutTokens(AuditEntry entry) {
        Change change = entry.change();
        return new AuditEntry(
                entry.sequence(),
                entry.at(),
                entry.by(),
                new Change(
                        change.action(),
                        change.subjectType(),
                        change.subjectId(),
                        withoutToken(change.before()),
                        withoutToken(change.after()),
                        change.checkpoint(),
                        change.policyVersion()),
                entry.previousHash(),
                entry.hash());
    }

    private static Map<String, String> withoutToken(Map<String, String> picture) {
        Map<String, String> rest = new TreeMap<>(picture);
        rest.remove(ReviewTrail.TOKEN);
        return rest;
    }
}
