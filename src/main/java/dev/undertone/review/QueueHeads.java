package dev.undertone.review;

import dev.undertone.audit.Actor;
import dev.undertone.policy.QueueName;
import dev.undertone.review.reader.Heaviness;
import dev.undertone.review.reader.NextPreference;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The heads of the queues, read and claimed straight in the database: it has to be quick with 100,000 items. */
@Component
class QueueHeads {

    /** So many people can try for the head of a queue at once and still find one each. */
    private static final int WIDTH = 50;

    private static final String FREE = "(lease_expires_at is null or lease_expires_at <= :now)";

    /** The order names all columns of the index, as H2 only then reads it instead of sorting. */
    private static final String HEAD = """
            (select id, status, ranked_at, target_seconds from reviewable
            where queue = :queue%d and status = '%s' and %s
            order by queue, status, ranked_at, id fetch first %d rows only)""";

    /** How far behind the head a lighter item is looked for. */
    private static final int DEPTH = 500;

    private static final String LIGHT_HEAD = """
            (select id, status, ranked_at, target_seconds from
            (select id, status, ranked_at, target_seconds, %4$s as heaviness from reviewable
            where queue = :queue%1$d and status = '%2$s' and %3$s
            order by queue, status, ranked_at, id fetch first %5$d rows only) head%1$d%2$s
            where heaviness < :heavy order by ranked_at, id fetch first %6$d rows only)""";

    private final JdbcClient jdbc;
    private final QueueNames names;

    QueueHeads(JdbcClient jdbc, QueueNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** The next items that nobody holds, the most urgent first; or lighter ones before them, if that is the wish. */
    List<Candidate> free(Optional<QueueName> queue, Set<ReviewStatus> statuses, NextPreference.Wish wish, Instant now) {
        List<QueueName> queues = queue.map(List::of)
                .orElseGet(() -> names.known().stream()
                        .filter(name -> !wish.without().contains(name))
                        .toList());
        if (queues.isEmpty()) {
            return List.of();
        }
        List<Candidate> free = new ArrayList<>();
        if (wish.lighter()) {
            free.addAll(heads(queues, statuses, now, QueueHeads::light));
        }
        free.addAll(heads(queues, statuses, now, QueueHeads::any));
        return free;
    }

    private static String any(int queue, ReviewStatus status) {
        return HEAD.formatted(queue, status.name(), FREE, WIDTH);
    }

    private static String light(int queue, ReviewStatus status) {
        return LIGHT_HEAD.formatted(queue, status.name(), FREE, Heaviness.IN_SQL, DEPTH, WIDTH);
    }

    /** All heads in one query, as each costs little beside the way to the database. */
    private List<Candidate> heads(
            List<QueueName> queues,
            Set<ReviewStatus> statuses,
            Instant now,
            BiFunction<Integer, ReviewStatus, String> head) {
        Map<String, Object> parameters = new HashMap<>(Map.of("now", at(now), "heavy", Heaviness.HEAVY));
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < queues.size(); i++) {
            parameters.put("queue" + i, queues.get(i).value());
            for (ReviewStatus status : statuses) {
                heads.add(head.apply(i, status));
            }
        }
        return jdbc
                .sql(String.join(" union all ", heads))
                .params(parameters)
                .query((row, number) -> new Candidate(
                        row.getObject("id", UUID.class),
                        ReviewStatus.valueOf(row.getString("status")),
                        row.getObject("ranked_at", OffsetDateTime.class).toInstant(),
                        Duration.ofSeconds(row.getLong("target_seconds"))))
                .list()
                .stream()
                .sorted(Candidate.order(now))
                .toList();
    }

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
        return jdbc.sql("""
                update reviewable set holder_id = :holder, holder_name = :name, lease_token = lease_token + 1,
                    lease_expires_at = :until
                where id = :id and status = :status and %s
                """.formatted(FREE))
                        .param("holder", by.id())
                        .param("name", by.name())
                        .param("until", at(until))
                        .param("id", candidate.id())
                        .param("status", candidate.status().name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
