package dev.undertone.review;

import dev.undertone.audit.Actor;
import dev.undertone.policy.QueueName;
import dev.undertone.review.reader.Heaviness;
import dev.undertone.review.reader.NextPreference;
import dev.undertone.review.reading.ItemOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items that can be taken next from a list, in its order, read and claimed straight in the database. */
@Component
class Lines {

    static final String FREE = "(lease_expires_at is null or lease_expires_at <= :now)";

    private final JdbcClient jdbc;
    private final QueueHeads heads;

    Lines(JdbcClient jdbc, QueueHeads heads) {
        this.jdbc = jdbc;
        this.heads = heads;
    }

    /**
     * The next items that nobody holds: those behind the place that the line goes on from, and from the top once there
     * are none.
     */
    List<Candidate> free(Line line, NextPreference.Wish wish, Instant now) {
        if (line.statuses().isEmpty()) {
            return List.of();
        }
        Optional<Standpoint> place = line.behind().flatMap(this::standpoint).filter(found -> found.in(line));
        List<Candidate> free = free(line, wish, place, now);
        return free.isEmpty() && place.isPresent() ? free(line, wish, Optional.empty(), now) : free;
    }

    private List<Candidate> free(Line line, NextPreference.Wish wish, Optional<Standpoint> behind, Instant now) {
        return switch (line.order()) {
            case PRIORITY -> heads.free(line, wish, behind, now);
            case OLDEST, NEWEST -> byTime(line, wish, behind, now);
        };
    }

    private Optional<Standpoint> standpoint(UUID id) {
        return jdbc.sql("select id, queue, status, ranked_at, target_seconds, created_at from reviewable where id = ?")
                .param(id)
                .query((row, number) -> new Standpoint(
                        new QueueName(row.getString("queue")), instant(row, "created_at"), candidate(row, number)))
                .optional();
    }

    private List<Candidate> byTime(Line line, NextPreference.Wish wish, Optional<Standpoint> behind, Instant now) {
        boolean latestFirst = line.order() == ItemOrder.NEWEST;
        Map<String, Object> parameters = new HashMap<>(Map.of("now", at(now)));
        StringBuilder where = new StringBuilder(FREE);
        parameters.put("statuses", line.statuses().stream().map(Enum::name).toList());
        line.queue().ifPresent(queue -> {
            parameters.put("queue", queue.value());
            where.append(" and queue = :queue");
        });
        if (line.queue().isEmpty() && !wish.without().isEmpty()) {
            parameters.put(
                    "without", wish.without().stream().map(QueueName::value).toList());
            where.append(" and queue not in (:without)");
        }
        behind.ifPresent(place -> {
            parameters.put("created", at(place.createdAt()));
            parameters.put("id", place.item().id());
            // In a form in which an index begins at the place, and not at the start of the list.
            where.append(String.format(
                    Locale.ROOT,
                    " and created_at %1$s= :created and (created_at %1$s :created or id %1$s :id)",
                    latestFirst ? "<" : ">"));
        });
        return jdbc
                .sql(String.format(
                                Locale.ROOT,
                                "select id, status, ranked_at, target_seconds, %s as heaviness from reviewable",
                                Heaviness.IN_SQL)
                        + " where status in (:statuses) and " + where + order(line, latestFirst)
                        + " fetch first " + (wish.lighter() ? QueueHeads.DEPTH : QueueHeads.WIDTH) + " rows only")
                .params(parameters)
                .query((row, number) -> new Weighed(candidate(row, number), isLight(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(found -> wish.lighter() && !found.light()))
                .map(Weighed::item)
                .toList();
    }

    /** Names the columns of the index where one serves: H2 only then reads it instead of sorting. */
    private static String order(Line line, boolean latestFirst) {
        String direction = latestFirst ? " desc" : "";
        String leading = line.statuses().size() == 1 ? "status" + direction + ", " : "";
        return " order by " + leading + "created_at" + direction + ", id" + direction;
    }

    /** Whether it is known to be; of a text that no model read nobody knows. */
    private static boolean isLight(ResultSet row) throws SQLException {
        double heaviness = row.getDouble("heaviness");
        return !row.wasNull() && heaviness < Heaviness.HEAVY;
    }

    /** An item and whether it is light to read. */
    private record Weighed(Candidate item, boolean light) {}

    /** Locks an item if nobody else is at it and it is still to be had; does not wait. */
    boolean grab(Candidate candidate, Instant now) {
        return jdbc.sql("select id from reviewable where id = :id and status = :status and " + FREE
                        + " for update skip locked")
                .param("id", candidate.id())
                .param("status", candidate.status().name())
                .param("now", at(now))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Takes an item if it is still to be had; waits for whoever is at it. */
    boolean take(Candidate candidate, Actor by, Instant now, Instant until) {
        return jdbc.sql(String.format(Locale.ROOT, """
                update reviewable set holder_id = :holder, holder_name = :name, lease_token = lease_token + 1,
                    lease_expires_at = :until
                where id = :id and status = :status and %s
                """, FREE))
                        .param("holder", by.id())
                        .param("name", by.name())
                        .param("until", at(until))
                        .param("id", candidate.id())
                        .param("status", candidate.status().name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                ReviewStatus.valueOf(row.getString("status")),
                instant(row, "ranked_at"),
                Duration.ofSeconds(row.getLong("target_seconds")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
