package dev.undertone.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stores submissions and what became of them, evenly over a period; many rows a statement. */
final class Rows {

    private static final String SUBMISSION = insert(
            "submission",
            "id, channel, external_id, author, text, salt, received_at, submitted_by, text_length, p_sadness, p_joy, p_love,"
                    + " p_anger, p_fear, p_surprise, notices, tokens, checkpoint, model_precision, latency_ms, verdict,"
                    + " queue, policy_version, judgement, resolution, resolved_by, resolved_at, version");
    private static final String ITEM = insert(
            "reviewable",
            "id, submission_id, queue, status, escalated, rule, policy_version, checkpoint, severity, uncertainty,"
                    + " target_seconds, ranked_at, created_at, sadness, joy, love, anger, fear, surprise, version,"
                    + " lease_token, decision_id, outcome, decided_by, decided_at, channel");
    private static final String DECISION = insert(
            "decision",
            "id, reviewable_id, submission_id, outcome, feedback, decided_by_id, decided_by, decided_at, before_queue,"
                    + " before_status, before_escalated");
    private static final String NOTE =
            insert("review_note", "id, reviewable_id, text, written_by_id, written_by, written_at");
    private static final String SHADOW =
            insert("shadow_judgement", "submission_id, policy_version_id, verdict, queue, done, judged_at");

    private static final String CHECKPOINT = "emotion-distilbert";
    private static final String POLICY = "default@1";
    private static final int BATCH = 2_000;
    private static final int AUTHORS = 5_000;

    private final JdbcTemplate jdbc;
    private final Extent extent;
    private final UUID shadow;
    private final Random random;
    private final Map<String, List<Object[]>> waiting = new HashMap<>();

    Rows(JdbcTemplate jdbc, Extent extent, UUID shadow, long seed) {
        this.jdbc = jdbc;
        this.extent = extent;
        this.shadow = shadow;
        this.random = new Random(seed);
    }

    private static String insert(String table, String columns) {
        String places = Stream.of(columns.split(",")).map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + table + " (" + columns + ") values (" + places + ")";
    }

    /** Stores one submission, with its item and its decision if there are any. */
    Deed add(Instant at, Instant now) {
        Scores scores = Scores.of(random.nextDouble() < extent.held(), random);
        boolean decided = scores.held() && random.nextDouble() >= extent.open();
        Instant then = at.plus(Duration.ofSeconds(60 + random.nextInt(7_000)));
        String outcome = outcome();
        Deed deed = new Deed(
                id(at), scores.held() ? id(at) : null, decided && then.isBefore(now) ? id(then) : null, outcome, then);
        submit(deed, at, scores);
        judgeInShadow(deed, at, scores);
        if (deed.item() != null) {
            hold(deed, at, scores);
        }
        if (deed.decision() != null) {
            String feedback = random.nextInt(5) == 0 ? "EMOTION_WRONG" : "BOTH_RIGHT";
            put(
                    DECISION,
                    deed.decision(),
                    deed.item(),
                    deed.submission(),
                    outcome,
                    feedback,
                    "p",
                    "Mira",
                    time(then),
                    scores.queue(),
                    "OPEN",
                    false);
        }
        return deed;
    }

    private void submit(Deed deed, Instant at, Scores scores) {
        String text = Texts.text(random);
        double[] p = scores.probabilities();
        boolean decided = deed.decision() != null;
        put(
                SUBMISSION,
                deed.submission(),
                channel(deed),
                "post-" + deed.submission(),
                "author-" + random.nextInt(AUTHORS),
                text,
                "00112233445566778899aabbccddeeff",
                time(at),
                "forum",
                text.length(),
                p[0],
                p[1],
                p[2],
                p[3],
                p[4],
                p[5],
                scores.notices(),
                40,
                CHECKPOINT,
                "int8",
                12,
                scores.held() ? "HOLD" : "ALLOW",
                scores.held() ? scores.queue() : null,
                POLICY,
                scores.judgement(),
                decided ? deed.outcome() : null,
                decided ? "Mira" : null,
                decided ? time(deed.decidedAt()) : null,
                0);
    }

    private void judgeInShadow(Deed deed, Instant at, Scores scores) {
        double[] p = scores.probabilities();
        boolean caught = p[3] >= 0.9 || p[4] >= 0.9;
        put(
                SHADOW,
                deed.submission(),
                shadow,
                caught ? "HOLD" : "ALLOW",
                caught ? "conduct" : null,
                scores.held() ? "HOLD" : "ALLOW",
                time(at));
    }

    private void hold(Deed deed, Instant at, Scores scores) {
        double[] p = scores.probabilities();
        boolean decided = deed.decision() != null;
        double severity = Math.max(p[3], p[4]);
        put(
                ITEM,
                deed.item(),
                deed.submission(),
                scores.queue(),
                decided ? "DECIDED" : "OPEN",
                false,
                scores.rule(),
                POLICY,
                CHECKPOINT,
                severity,
                0.1,
                14_400,
                time(at.minusSeconds(Math.round(severity * 2_880))),
                time(at),
                p[0],
                p[1],
                p[2],
                p[3],
                p[4],
                p[5],
                0,
                0,
                deed.decision(),
                decided ? deed.outcome() : null,
                decided ? "Mira" : null,
                decided ? time(deed.decidedAt()) : null,
                channel(deed));
        if (random.nextInt(10) == 0) {
            put(NOTE, id(at), deed.item(), Texts.text(random), "p", "Mira", time(at.plusSeconds(30)));
        }
    }

    private String outcome() {
        return random.nextInt(4) == 0 ? "APPROVED" : random.nextInt(9) == 0 ? "IGNORED" : "REJECTED";
    }

    private static String channel(Deed deed) {
        return "channel-" + Math.floorMod(deed.submission().hashCode(), 5);
    }

    /** Of version 7, as all of ours: they grow with time. */
    private UUID id(Instant at) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12), Long.MIN_VALUE | random.nextLong() >>> 2);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private void put(String statement, @Nullable Object... row) {
        List<Object[]> rows = waiting.computeIfAbsent(statement, any -> new ArrayList<>());
        rows.add(row);
    }

    /** Writes what has come together, if it is enough or the end. */
    void flush(boolean end) {
        if (end || waiting.getOrDefault(SUBMISSION, List.of()).size() >= BATCH) {
            // Decisions point to items.
            for (String statement : List.of(SUBMISSION, ITEM, DECISION, NOTE, SHADOW)) {
                List<Object[]> rows = waiting.remove(statement);
                if (rows != null) {
                    jdbc.batchUpdate(statement, rows);
                }
            }
        }
    }

    /**
     * What happened with one submission.
     *
     * @param submission which
     * @param item the item that waits for a person
     * @param decision what the person decided
     * @param outcome that a decision has
     * @param decidedAt when
     */
    record Deed(
            UUID submission, @Nullable UUID item, @Nullable UUID decision, String outcome, Instant decidedAt) {}
}
