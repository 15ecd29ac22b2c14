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
// The statements stand apart from the code that fills them in.
@SuppressWarnings("InlineFormatString")
class DayCounts {

    private static final String DAY = "cast(floor(extract(epoch from %s) / 86400) as bigint)";

    /** The first of the likeliest emotions. */
    private static final String WINNER = "case when p_sadness is null then 'unread' "
            + Emotion.inOrder().stream()
                    .map(emotion -> "when " + beatsAll(emotion) + " then '" + emotion.label() + "' ")
                    .collect(Collectors.joining())
            + "end";

    private final JdbcClient jdbc;

    DayCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days of a period that ends now. */
    List<Day> days(Period period, Instant now) {
        Instant since = period.since(now);
        Map<LocalDate, Map<String, Long>> winners =
                counts(WINNER, "received_at", "submission where received_at >= :since", since);
        Map<LocalDate, Map<String, Long>> flagged = counts(
                "'flagged'", "received_at", "submission where received_at >= :since and verdict <> 'ALLOW'", since);
        Map<LocalDate, Map<String, Long>> outcomes =
                counts("outcome", "decided_at", "reviewable where decided_at >= :since and status = 'DECIDED'", since);
        Map<LocalDate, Map<String, Long>> opened =
                counts("'opened'", "created_at", "reviewable where created_at >= :since", since);
        // What was erased undecided waits no longer, and nobody has decided about it.
        Map<LocalDate, Map<String, Long>> erased =
                counts("'erased'", "erased_at", "reviewable where erased_at >= :since and status = 'ERASED'", since);
        long waiting = waitingAt(since);
        List<Day> days = new ArrayList<>();
        for (LocalDate date : period.upTo(now)) {
            Map<String, Long> done = outcomes.getOrDefault(date, Map.of());
            waiting += sum(opened, date) - sum(outcomes, date) - sum(erased, date);
            Map<String, Long> came = winners.getOrDefault(date, Map.of());
            days.add(new Day(date, emotions(came), came.getOrDefault("unread", 0L), sum(flagged, date), done, waiting));
        }
        return days;
    }

    private static long sum(Map<LocalDate, Map<String, Long>> counts, LocalDate date) {
        return counts.getOrDefault(date, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long waitingAt(Instant moment) {
        return jdbc.sql("select count(*) from reviewable where created_at < :moment"
                        + " and (status not in ('DECIDED', 'ERASED') or (status = 'DECIDED' and decided_at >= :moment)"
                        + " or (status = 'ERASED' and erased_at >= :moment))")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** How many rows have which value, by the day of a column. */
    private Map<LocalDate, Map<String, Long>> counts(String value, String column, String rows, Instant since) {
        Map<LocalDate, Map<String, Long>> counts = new HashMap<>();
        // Grouped by what is computed: H2 would first store all rows of a query within. A word is the same in all rows.
        String day = String.format(Locale.ROOT, DAY, column);
        String by = value.startsWith("'") ? day : day + ", " + value;
        String sql = "select " + day + " as day_number, " + value + " as what, count(*) as items from " + rows
                + " group by " + by;
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

    private static String beatsAll(Emotion emotion) {
        return Emotion.inOrder().stream()
                .filter(other -> other != emotion)
                .map(other -> "p_" + emotion.label() + " >= p_" + other.label())
                .collect(Collectors.joining(" and "));
    }
}
