package dev.undertone.review.reader;

import dev.undertone.account.Caller;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much somebody has reviewed. */
@Component
public class ReviewedItems {

    private final JdbcClient jdbc;

    ReviewedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many decisions the caller made one by one since a moment; what was decided in bulk was not read. */
    public int since(Instant start, Caller caller) {
        return jdbc.sql("""
                select count(*) from decision where decided_by_id = :caller and decided_at >= :start
                    and bulk_id is null and outcome <> 'UNDONE'
                """)
                .param("caller", caller.actor().id())
                .param("start", start.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
