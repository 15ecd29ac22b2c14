package dev.undertone.moderation.policies.preview;

import dev.undertone.emotion.Emotion;
import dev.undertone.policy.Condition;
import dev.undertone.policy.Policy;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Rule;
import dev.undertone.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures previews over made-up submissions, in a database of its own that has the tables and nothing in them. */
public final class PreviewBenchmark {

    private static final String INSERT = """
            insert into submission (id, channel, author, text, received_at, submitted_by, text_length, p_sadness, p_joy,
              p_love, p_anger, p_fear, p_surprise, notices, tokens, checkpoint, model_precision, latency_ms, verdict,
              policy_version, judgement, resolution, version)
            values (?, ?, ?, ?, ?, 'benchmark', ?, ?, ?, ?, ?, ?, ?, ?, 40, 'emotion-distilbert', 'fp32', 12, 'ALLOW',
              'default@1', '{"weight":1.0,"reasons":[]}', ?, 0)
            """;

    private static final int BATCH = 1_000;
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private final JdbcTemplate jdbc;
    private final StoredScores scores;
    private final TransactionTemplate reading;

    /** Measures in this database. */
    public PreviewBenchmark(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.scores = new StoredScores(JdbcClient.create(database));
        this.reading = new TransactionTemplate(new JdbcTransactionManager(database));
        this.reading.setReadOnly(true);
    }

    /**
     * Stores submissions with texts of 20 to 620 characters; one in ten is decided.
     *
     * @param count how many
     * @param seed the same seed makes the same submissions
     */
    public void fill(int count, long seed) {
        Random random = new Random(seed);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i, random));
            if (rows.size() == BATCH || i == count - 1) {
                jdbc.batchUpdate(INSERT, rows);
                rows.clear();
            }
        }
    }

    private static Object[] row(int index, Random random) {
        String text = "some words ".repeat(60).substring(0, 20 + random.nextInt(600));
        List<Object> row = new ArrayList<>();
        row.add(new UUID(START + index, random.nextLong()));
        row.add(random.nextInt(4) == 0 ? "chat" : "forum");
        row.add("author-" + random.nextInt(2_000));
        row.add(text);
        row.add(Instant.ofEpochSecond(START + index).atOffset(ZoneOffset.UTC));
        row.add(text.length());
        double[] raw = random.doubles(Emotion.inOrder().size())
                .map(x -> Math.pow(x, 8))
                .toArray();
        double sum = Arrays.stream(raw).sum();
        Arrays.stream(raw).forEach(p -> row.add(p / sum));
        row.add(random.nextInt(5) == 0 ? "UNCERTAIN" : "");
        row.add(random.nextInt(10) > 0 ? null : random.nextBoolean() ? "REJECTED" : "APPROVED");
        return row.toArray();
    }

    /** How long each of so many previews took, of a policy of four rules that differs from the default one. */
    public List<Duration> run(int rounds) {
        Policy candidate = candidate();
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            Comparison comparison = new Comparison(Policy.standard(), candidate);
            reading.executeWithoutResult(status -> scores.forEach(Selection.ALL, comparison::judge));
            comparison.result();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times;
    }

    private static Policy candidate() {
        List<Rule> rules = new ArrayList<>(Policy.standard().rules());
        rules.set(
                0,
                Rule.of(
                        "anger",
                        new Condition.EmotionAtLeast(Emotion.ANGER, 0.7),
                        new Verdict.Hold(QueueName.CONDUCT)));
        return new Policy(rules);
    }
}
