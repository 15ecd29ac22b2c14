package dev.undertone.review;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills the queue with many. */
final class QueueLoad {

    private static final List<String> QUEUES = List.of("care", "conduct", "conduct", "uncertain");
    private static final int BATCH = 5000;

    private final JdbcTemplate jdbc;

    QueueLoad(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds open items of all ages up to a day, and of each hundred one that somebody holds. */
    void fill(int items, Instant now) {
        SplittableRandom chance = new SplittableRandom(items);
        List<Object[]> rows = new ArrayList<>(BATCH);
        for (int i = 0; i < items; i++) {
            rows.add(row(chance, i, now));
            if (rows.size() == BATCH || i == items - 1) {
                jdbc.batchUpdate("""
                        insert into reviewable (id, submission_id, queue, status, escalated, rule, severity, uncertainty,
                            target_seconds, ranked_at, created_at, version, lease_token, holder_id, holder_name,
                            lease_expires_at)
                        values (?, ?, ?, 'OPEN', false, 'load', ?, ?, 14400, ?, ?, 0, 1, ?, ?, ?)
                        """, rows);
                rows.clear();
            }
        }
    }

    private static Object[] row(SplittableRandom chance, int number, Instant now) {
        Instant created = now.minusSeconds(chance.nextInt(86_400));
        double severity = chance.nextDouble();
        boolean held = number % 100 == 0;
        return new Object[] {
            new UUID(chance.nextLong(), chance.nextLong()),
            new UUID(chance.nextLong(), chance.nextLong()),
            QUEUES.get(number % QUEUES.size()),
            severity,
            0.1,
            at(created.minusSeconds(Math.round(severity * 2880))),
            at(created),
            held ? "somebody" : null,
            held ? "somebody" : null,
            held ? at(now.plus(Duration.ofMinutes(5))) : null
        };
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
