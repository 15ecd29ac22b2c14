package dev.undertone.review.triage;

import dev.undertone.account.Caller;
import dev.undertone.review.ReviewItems;
import dev.undertone.review.ReviewSettings;
import dev.undertone.review.decisions.Outcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided about many items at once lately, to be undone as one. */
@Component
public class RecentBulks {

    private static final int MOST = 10;
    private static final String OWN = "d.bulk_id is not null and d.decided_by_id = :caller and d.decided_at >= :since";

    /** Found by their ids, which grow with time: those of all times are too many to be counted for each page. */
    private static final String NEWEST = String.format(Locale.ROOT, """
            d.bulk_id in (select distinct n.bulk_id from decision n where n.bulk_id is not null and n.undoes is null
                order by n.bulk_id desc fetch first %d rows only)""", MOST);

    private final JdbcClient jdbc;
    private final ReviewItems items;
    private final ReviewSettings settings;

    RecentBulks(JdbcClient jdbc, ReviewItems items, ReviewSettings settings) {
        this.jdbc = jdbc;
        this.items = items;
        this.settings = settings;
    }

    /** The latest ones that the caller could still undo: their own of late, and for a lead all of everybody. */
    public List<Bulk> of(Caller caller) {
        return jdbc.sql(String.format(Locale.ROOT, """
                select d.bulk_id, min(d.outcome) as outcome, min(d.decided_by) as decided_by,
                    min(d.decided_at) as decided_at, count(*) as items, count(u.id) as undone
                from decision d left join decision u on u.undoes = d.id
                where d.undoes is null and %s
                group by d.bulk_id order by min(d.decided_at) desc, d.bulk_id fetch first %d rows only
                """, caller.lead() ? NEWEST : OWN, MOST))
                .param("since", items.now().minus(settings.undoWindow()).atOffset(ZoneOffset.UTC))
                .param("caller", caller.actor().id())
                .query((row, number) -> new Bulk(
                        row.getObject("bulk_id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getInt("items"),
                        row.getInt("undone")))
                .list();
    }

    /**
     * A decision about many items.
     *
     * @param id names it
     * @param outcome what was decided
     * @param decidedBy who
     * @param decidedAt when
     * @param items about how many
     * @param undone how many of these were taken back
     */
    public record Bulk(UUID id, Outcome outcome, String decidedBy, Instant decidedAt, int items, int undone) {}
}
