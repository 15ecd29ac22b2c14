package dev.undertone.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what people decided, by queue, by rule and by how sure the model was. */
@Component
class ReviewCounts {

    static final int BINS = 10;

    private static final double MILLIS = 1_000;

    private static final String QUEUES = """
            select queue, count(seconds) as decided, sum(waiting) as waiting, min(waiting_since) as oldest,
              percentile_cont(0.5) within group (order by seconds) as median,
              percentile_cont(0.9) within group (order by seconds) as slow
            from (select queue,
                case when status = 'DECIDED' then
                  extract(epoch from decided_at) - extract(epoch from created_at) end as seconds,
                case when status = 'DECIDED' then 0 else 1 end as waiting,
                case when status = 'DECIDED' then null else created_at end as waiting_since
              from reviewable where status <> 'ERASED' and (status <> 'DECIDED' or decided_at >= :since)) as items
            group by queue order by queue
            """;

    private static final String RULES = """
            select r.rule, sum(case when r.outcome = 'APPROVED' then 1 else 0 end) as approved,
              sum(case when r.outcome = 'REJECTED' then 1 else 0 end) as rejected,
              sum(case when r.outcome = 'IGNORED' then 1 else 0 end) as ignored,
              sum(case when d.feedback = 'POLICY_WRONG' then 1 else 0 end) as complaints
            from reviewable r join decision d on d.id = r.decision_id
            where r.decided_at >= :since and r.status = 'DECIDED' and r.rule is not null
            group by r.rule order by count(*) desc, r.rule
            """;

    /**
     * Only where a person said something about the emotion: silence is neither right nor wrong, and whoever names the
     * emotion that the model read, as in a decision about many items, finds it right.
     */
    private static final String CALIBRATION = """
            select bin, count(*) as items, sum(told_right) as told_right, avg(p) as mean
            from (select p, told_right, case when p >= 1 then 9 else cast(floor(p * 10) as integer) end as bin
              from (select greatest(r.sadness, r.joy, r.love, r.anger, r.fear, r.surprise) as p,
                  case when d.correction is null and d.feedback <> 'EMOTION_WRONG' then 1
                    when greatest(r.sadness, r.joy, r.love, r.anger, r.fear, r.surprise) = case d.correction
                      when 'SADNESS' then r.sadness when 'JOY' then r.joy when 'LOVE' then r.love
                      when 'ANGER' then r.anger when 'FEAR' then r.fear when 'SURPRISE' then r.surprise end then 1
                    else 0 end as told_right
                from reviewable r join decision d on d.id = r.decision_id
                where r.decided_at >= :since and r.status = 'DECIDED' and r.sadness is not null
                  and d.feedback is not null) as told) as binned
            group by bin
            """;

    private final JdbcClient jdbc;

    ReviewCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<QueueFigures> queues(Instant since) {
        return since(QUEUES, since)
                .query((row, number) -> new QueueFigures(
                        row.getString("queue"),
                        row.getLong("decided"),
                        seconds(row, "median"),
                        seconds(row, "slow"),
                        row.getLong("waiting"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    List<RuleFigures> rules(Instant since) {
        return since(RULES, since)
                .query((row, number) -> new RuleFigures(
                        row.getString("rule"),
                        row.getLong("approved"),
                        row.getLong("rejected"),
                        row.getLong("ignored"),
                        row.getLong("complaints")))
                .list();
    }

    List<CalibrationBin> calibration(Instant since) {
        List<CalibrationBin> found = new ArrayList<>(since(CALIBRATION, since)
                .query((row, number) -> new CalibrationBin(
                        row.getInt("bin"), row.getLong("items"), row.getLong("told_right"), row.getDouble("mean")))
                .list());
        Map<Integer, CalibrationBin> bins =
                found.stream().collect(Collectors.toMap(CalibrationBin::bin, Function.identity()));
        return IntStream.range(0, BINS)
                .mapToObj(bin -> bins.getOrDefault(bin, new CalibrationBin(bin, 0, 0, (bin + 0.5) / BINS)))
                .toList();
    }

    private JdbcClient.StatementSpec since(String sql, Instant since) {
        return jdbc.sql(sql).param("since", since.atOffset(ZoneOffset.UTC));
    }

    private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(seconds * MILLIS)));
    }
}
