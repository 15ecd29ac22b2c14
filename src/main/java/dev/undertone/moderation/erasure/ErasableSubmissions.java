package dev.undertone.moderation.erasure;

import dev.undertone.moderation.SubmissionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The columns of submissions that an author can have removed. */
@Component
class ErasableSubmissions {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    ErasableSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is stored of an author at this moment, in the order in which it came. */
    List<SubmissionId> of(String author) {
        return jdbc.sql("select id from submission where author = :author order by id")
                .param("author", author)
                .query((row, number) -> new SubmissionId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Removes words, names and salt; scores, verdict and what people decided stay. */
    int erase(List<SubmissionId> submissions, Instant at) {
        int erased = 0;
        for (int from = 0; from < submissions.size(); from += AT_ONCE) {
            erased += jdbc.sql("""
                    update submission set text = null, context = null, author = null, external_id = null, salt = null,
                        erased_at = :at, version = version + 1
                    where id in (:ids) and erased_at is null""")
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param(
                            "ids",
                            submissions.subList(from, Math.min(from + AT_ONCE, submissions.size())).stream()
                                    .map(SubmissionId::value)
                                    .toList())
                    .update();
        }
        return erased;
    }
}
