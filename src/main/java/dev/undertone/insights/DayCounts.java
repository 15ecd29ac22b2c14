package dev.undertone.insights;

import dev.undertone.emotion.Emotion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts by day. Both databases know seconds since 1970, whereas they write days in a time zone differently. */
@Component
class DayCounts {

    private static final String DAY = "cast(floor(extract(epoch from %s) / 86400) as bigint)";

    private static final String WINNER = "case when p_sadness is null then 'unread' "
            + Emotion.inOrder().stream()
                    .map(emotion ->
                            "when p_" + emotion.label() + " >= " + greatest() + " then '" + emotion.label() + "' ")
                    .collect(Collectors.joining())
            + "end";

    private final JdbcClient jdbc;

    DayCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days of a period that ends now. */
    List<Day> days(Period period, Instant now) {
        Instant since = period.since(now);
        Map<LocalDate, Map<String, Long>> winners = counts(
                "select day_number, what, count(*) as items from (select " + DAY.formatted("received_at")
                        + " as day_number, " + WINNER
                        + " as what from submission where received_at >= :since) as came group by day_number, what",
                since);
        Map<LocalDate, Map<String, Long>> flagged = counts(
                "select " + DAY.formatted("received_at") + " as day_number, 'flagged' as what, count(*) as items"
                        + " from submission where received_at >= :since and verdict <> 'ALLOW' group by "
                        + DAY.formatted("received_at"),
                since);
        Map<LocalDate, Map<String, Long>> outcomes = counts(
                "select day_number, what, count(*) as items from (select " + DAY.formatted("decided_at")
                        + " as day_number, outcome"
                        + " as what from reviewable where decided_at >= :since and status = 'DECIDED') as done"
                        + " group by day_number, what",
                since);
        Map<LocalDate, Map<String, Long>> opened = counts(
                "select day_number, 'opened' as what, count(*) as items from (select " + DAY.formatted("created_at")
                        + " as day_number from reviewable where created_at >= :since) as opened group by day_number",
                since);
        long waiting = waitingAt(since);
        List<Day> days = new ArrayList<>();
        for (LocalDate date : period.upTo(now)) {
            Map<String, Long> done = outcomes.getOrDefault(date, Map.of());
            waiting += opened.getOrDefault(date, Map.of()).getOrDefault("opened", 0L);
            waiting -= done.values().stream().mapToLong(Long::longValue).sum();
            Map<String, Long> came = winners.getOrDefault(date, Map.of());
            days.add(new Day(
                    date,
                    emotions(came),
                    came.getOrDefault("unread", 0L),
                    flagged.getOrDefault(date, Map.of()).getOrDefault("flagged", 0L),
                    done,
                    waiting));
        }
        return days;
    }

    private long waitingAt(Instant moment) {
        return jdbc.sql("select count(*) from reviewable where created_at < :moment"
                        + " and (status <> 'DECIDED' or decided_at >= :moment)")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private Map<LocalDate, Map<String, Long>> counts(String sql, Instant since) {
        Map<LocalDate, Map<String, Long>> counts = new HashMap<>();
        jdbc.sql(sql).param("since", since.atOffset(ZoneOffset.UTC)).query(row -> {
            counts.computeIfAbsent(LocalDate.ofEpochDay(row.getLong("day_number")), date -> new HashMap<>())
                    .put(row.getString("what"), row.getLong("items"));
        });
        return counts;
    }

    private static Map<Emotion, Long> emotions(Map<String, Long> came) {
        Map<Emotion, Long> emotions = new EnumMap<>(Emotion.class);
        Emotion.inOrder().forEach(emotion -> emotions.put(emotion, came.getOrDefault(emotion.label(), 0L)));
        return emotions;
    }

    private static String greatest() {
        return Emotion.inOrder().stream()
                .map(emotion -> "p_" + emotion.label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "greatest(", ")"));
    }
}
