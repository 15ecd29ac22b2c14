package dev.undertone.system.idempotency;

import dev.undertone.moderation.AuthorErased;
import dev.undertone.moderation.SubmissionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets the requests that were answered with an erased submission: their hashes would tell whoever guesses what was
 * sent. Sent again with the same key, such a request is a new one. A request whose answer is being kept at this very
 * moment escapes; of it, as of one that was refused, a salted hash and no text stay until its time is up.
 */
class ErasedAnswers {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;

    ErasedAnswers(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AuthorErased erased) {
        Set<String> ids =
                erased.submissions().stream().map(SubmissionId::toString).collect(Collectors.toSet());
        erased.count("keptAnswers", ids.isEmpty() ? 0 : aboutOne(ids) + aboutSeveral(ids));
    }

    private int aboutOne(Set<String> ids) {
        return deleteWhere("about", List.copyOf(ids));
    }

    /** Those can only be found by looking into them. */
    private int aboutSeveral(Set<String> ids) {
        List<String> keys = new ArrayList<>();
        database.sql("select key_hash, body from idempotent_request where about is null and body is not null")
                .withFetchSize(AT_ONCE)
                .query((RowCallbackHandler) row -> {
                    if (Mentions.in(Packed.unpack(row.getBytes("body"))).isAny(ids)) {
                        keys.add(row.getString("key_hash"));
                    }
                });
        return deleteWhere("key_hash", keys);
    }

    private int deleteWhere(String column, List<String> values) {
        int deleted = 0;
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            deleted += database.sql("delete from idempotent_request where " + column + " in (:values)")
                    .param("values", values.subList(from, Math.min(from + AT_ONCE, values.size())))
                    .update();
        }
        return deleted;
    }
}
