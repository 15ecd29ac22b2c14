package dev.undertone.review.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.policy.QueueName;
import dev.undertone.review.ReviewCases;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The histogram of 100,000; says in the log how long it took. */
final class TriageOfManyTests {

    private static final Logger LOG = LoggerFactory.getLogger(TriageOfManyTests.class);

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    @Tag("drill")
    abstract static class Cases extends ReviewCases {

        private static final int ITEMS = 100_000;
        private static final int BATCH = 5000;

        @Autowired
        private Triage triage;

        @Autowired
        private JdbcTemplate template;

        @Test
        void aHundredThousandAreCountedInOneQuery() {
            fill(clock.instant());
            TriageFilter all = filter(Optional.empty());
            TriageFilter conduct = filter(Optional.of(QueueName.CONDUCT));

            time("histogram of all", () -> triage.histogram(all));
            time("histogram of a queue", () -> triage.histogram(conduct));
            time("a wide range of all", () -> triage.portion(all, new Bins(25, 50), 1, ANNA));
            time("a narrow range of all", () -> triage.portion(all, new Bins(49, 50), 1, ANNA));
            time("rules and channels", triage::offer);

            assertThat(triage.histogram(all).total()).isEqualTo(ITEMS);
        }

        private static TriageFilter filter(Optional<QueueName> queue) {
            return new TriageFilter(Emotion.ANGER, queue, Optional.empty(), Optional.empty());
        }

        /** Something changes before each call, as H2 answers the same query twice from memory. */
        private void time(String what, Runnable call) {
            long[] nanos = new long[40];
            ThreadMXBean thread = ManagementFactory.getThreadMXBean();
            long worked = 0;
            for (int i = 0; i < nanos.length; i++) {
                template.update("update review_note set text = text");
                template.update("update reviewable set version = version + 1 where id ="
                        + " (select id from reviewable where status = 'OPEN' fetch first 1 row only)");
                long started = thread.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                call.run();
                worked += thread.getCurrentThreadCpuTime() - started;
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            LOG.info(String.format(
                    Locale.ROOT,
                    "%s: p50 %.1f ms, max %.1f ms, %.1f ms of work in this thread",
                    what,
                    nanos[20] / 1e6,
                    nanos[39] / 1e6,
                    worked / 40e6));
        }

        private void fill(Instant now) {
            SplittableRandom chance = new SplittableRandom(1);
            List<Object[]> rows = new ArrayList<>(BATCH);
            for (int i = 0; i < ITEMS; i++) {
                rows.add(row(chance, i, now.minusSeconds(chance.nextInt(86_400)).atOffset(ZoneOffset.UTC)));
                if (rows.size() == BATCH) {
                    template.batchUpdate("""
                            insert into reviewable (id, submission_id, queue, status, escalated, rule, channel, severity,
                                uncertainty, target_seconds, ranked_at, created_at, sadness, joy, love, anger, fear,
                                surprise, version, lease_token)
                            values (?, ?, ?, 'OPEN', false, ?, ?, 0.5, 0.1, 14400, ?, ?, ?, 0, 0, ?, 0, 0, 0, 1)
                            """, rows);
                    rows.clear();
                }
            }
            int postgres = jdbc.sql("select count(*) from information_schema.tables where table_name = 'pg_class'")
                    .query(Integer.class)
                    .single();
            if (postgres == 1) {
                template.execute("vacuum analyze reviewable");
            }
        }

        private static Object[] row(SplittableRandom chance, int number, OffsetDateTime created) {
            double anger = Math.sqrt(chance.nextDouble());
            return new Object[] {
                new UUID(chance.nextLong(), chance.nextLong()),
                new UUID(chance.nextLong(), chance.nextLong()),
                List.of("care", "conduct", "conduct", "uncertain").get(number % 4),
                "rule-" + number % 7,
                "channel-" + number % 5,
                created,
                created,
                1 - anger,
                anger
            };
        }
    }
}
