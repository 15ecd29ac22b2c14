package dev.undertone.moderation.file;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the rows that could be no submission. */
final class RejectedRows {

    private final JdbcClient jdbc;

    RejectedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FileJobId job, List<RejectedRow> rows) {
        for (RejectedRow row : rows) {
            jdbc.sql("""
                    insert into file_rejected (job_id, line, reason, author, text)
                    values (:job, :line, :reason, :author, :text)""")
                    .param("job", job.value())
                    .param("line", row.line())
                    .param("reason", row.reason())
                    .param("author", row.author().orElse(null))
                    .param("text", row.text())
                    .update();
        }
    }

    /** In the order of the file, from behind a line. */
    List<RejectedRow> after(FileJobId job, long line, int limit) {
        return jdbc.sql("""
                select line, reason, author, text from file_rejected where job_id = :job and line > :line
                order by line limit :limit""")
                .param("job", job.value())
                .param("line", line)
                .param("limit", limit)
                .query((row, number) -> new RejectedRow(
                        row.getLong("line"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("author")),
                        row.getString("text")))
                .list();
    }

    int delete(FileJobId job) {
        return jdbc.sql("delete from file_rejected where job_id = :job")
                .param("job", job.value())
                .update();
    }

    /** Deletes the rows of an author, and those of nobody known in which the author's name can be read anywhere. */
    int deleteOf(String author) {
        return jdbc.sql("""
                delete from file_rejected
                where author = :author or (author is null and position(:author in text) > 0)""").param("author", author).update();
    }
}
