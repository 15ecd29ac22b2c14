package dev.undertone.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows for figures to count: a few weeks of submissions, some held, most of these decided. */
final class InsightRows {

    private static final String SUBMISSION = """
            insert into submission (id, channel, text, received_at, submitted_by, text_length, p_sadness, p_joy, p_love,
              p_anger, p_fear, p_surprise, notices, tokens, checkpoint, model_precision, latency_ms, policy_version,
              judgement, verdict, queue, version)
            values (?, 'insights', 'a text', ?, 'test', 6, ?, ?, ?, ?, ?, ?, '', 4, 'c', 'fp32', 9, 'default@1',
              '{"weight":1.0,"reasons":[]}', ?, ?, 0)
            """;
    private static final String ITEM = """
            insert into reviewable (id, submission_id, queue, status, escalated, rule, severity, uncertainty,
              target_seconds, ranked_at, created_at, sadness, joy, love, anger, fear, surprise, version, lease_token,
              decision_id, outcome, decided_by, decided_at)
            values (?, ?, ?, ?, false, ?, 0.5, 0, 3600, ?, ?, 0.02, 0, 0, ?, ?, 0, 0, 0, ?, ?, ?, ?)
            """;
    private static final String DECISION = """
            insert into decision (id, reviewable_id, submission_id, outcome, feedback, decided_by_id, decided_by,
              decided_at, before_queue, before_status, before_escalated)
            values (?, ?, ?, ?, ?, 'p', 'p', ?, ?, 'OPEN', false)
            """;
    private static final int A_DAY = 24;
    private static final double HELD_FROM = 0.8;

    private final JdbcTemplate jdbc;
    private final Random random = new Random(7);

    InsightRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void remove() {
        jdbc.update("delete from decision");
        jdbc.update("delete from review_note");
        jdbc.update("delete from reviewable");
        jdbc.update("delete from submission");
    }

    void replace(Instant since, int days) {
        remove();
        for (int day = 0; day < days; day++) {
            int count = A_DAY + random.nextInt(A_DAY);
            for (int i = 0; i < count; i++) {
                submit(since.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(random.nextInt(1_200))));
            }
        }
    }

    private void submit(Instant at) {
        double strong = 0.5 + random.nextDouble() / 2;
        int winner = random.nextInt(6);
        double[] p = new double[6];
        for (int i = 0; i < p.length; i++) {
            p[i] = i == winner ? strong : (1 - strong) / 5;
        }
        boolean held = (winner == 3 || winner == 4) && strong >= HELD_FROM;
        String queue = winner == 3 ? "conduct" : "care";
        UUID id = new UUID(at.toEpochMilli() << 16, random.nextLong());
        jdbc.update(
                SUBMISSION,
                id,
                at.atOffset(ZoneOffset.UTC),
                p[0],
                p[1],
                p[2],
                p[3],
                p[4],
                p[5],
                held ? "HOLD" : "ALLOW",
                held ? queue : null);
        if (held) {
            hold(id, queue, at, p[3], p[4]);
        }
    }

    private void hold(UUID submission, String queue, Instant at, double anger, double fear) {
        boolean decided = random.nextInt(6) > 0;
        UUID item = new UUID(random.nextLong(), random.nextLong());
        UUID decision = new UUID(random.nextLong(), random.nextLong());
        String outcome = random.nextInt(4) == 0 ? "APPROVED" : random.nextInt(9) == 0 ? "IGNORED" : "REJECTED";
        Instant then = at.plus(Duration.ofMinutes(2 + random.nextInt(60)));
        String rule = queue.equals("conduct") ? "=strong anger" : "strong fear";
        jdbc.update(
                ITEM,
                item,
                submission,
                queue,
                decided ? "DECIDED" : "OPEN",
                rule,
                at.atOffset(ZoneOffset.UTC),
                at.atOffset(ZoneOffset.UTC),
                anger,
                fear,
                decided ? decision : null,
                decided ? outcome : null,
                decided ? "p" : null,
                decided ? then.atOffset(ZoneOffset.UTC) : null);
        if (decided) {
            String feedback = random.nextInt(5) == 0 ? "EMOTION_WRONG" : "BOTH_RIGHT";
            jdbc.update(DECISION, decision, item, submission, outcome, feedback, then.atOffset(ZoneOffset.UTC), queue);
        }
    }
}
