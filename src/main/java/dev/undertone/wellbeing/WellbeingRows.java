package dev.undertone.wellbeing;

import dev.undertone.policy.QueueName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two tables of this module. Nothing else reads them; every query names one person. */
@Component
class WellbeingRows {

    private static final String JOINT = ",";

    private final JdbcClient jdbc;
    private final WellbeingSettings settings;

    WellbeingRows(JdbcClient jdbc, WellbeingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** What somebody chose and how far their day is, in one query. */
    Today today(UUID person, LocalDate date) {
        return jdbc.sql("""
                select c.budget_minutes, c.veil, c.skipped_queues, c.quiet_until,
                    d.shown_seconds, d.anger_seconds, d.fear_seconds, d.sadness_seconds
                from (select cast(:person as uuid) as id) p
                left join wellbeing_choice c on c.person_id = p.id
                left join wellbeing_day d on d.person_id = p.id and d.on_day = :day
                """)
                .param("person", person)
                .param("day", date)
                .query((row, number) -> today(row, date))
                .single();
    }

    private Today today(ResultSet row, LocalDate date) throws SQLException {
        String veil = row.getString("veil");
        Choice choice = veil == null
                ? unchosen()
                : new Choice(
                        row.getInt("budget_minutes"),
                        Veil.valueOf(veil),
                        queues(row.getString("skipped_queues")),
                        Optional.ofNullable(row.getObject("quiet_until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
        return new Today(day(row, date), choice);
    }

    private Choice unchosen() {
        return new Choice((int) settings.budget().toMinutes(), Veil.OFF, Set.of(), Optional.empty());
    }

    private static Day day(ResultSet row, LocalDate date) throws SQLException {
        return new Day(
                date,
                row.getDouble("shown_seconds"),
                row.getDouble("anger_seconds"),
                row.getDouble("fear_seconds"),
                row.getDouble("sadness_seconds"));
    }

    private static Set<QueueName> queues(String joined) {
        return Arrays.stream(joined.split(JOINT, -1))
                .filter(name -> !name.isEmpty())
                .map(QueueName::new)
                .collect(Collectors.toSet());
    }

    /** The days of somebody from a day on; those without anything are missing. */
    List<Day> days(UUID person, LocalDate from) {
        return jdbc.sql("""
                select on_day, shown_seconds, anger_seconds, fear_seconds, sadness_seconds
                from wellbeing_day where person_id = :person and on_day >= :from order by on_day
                """)
                .param("person", person)
                .param("from", from)
                .query((row, number) -> day(row, row.getObject("on_day", LocalDate.class)))
                .list();
    }

    /** Keeps a choice, within the running transaction. */
    void keep(UUID person, Choice choice) {
        if (update(person, choice) == 0) {
            statement("""
                    insert into wellbeing_choice (budget_minutes, veil, skipped_queues, quiet_until, person_id)
                    values (:budget, :veil, :skipped, :quiet, :person)
                    """, person, choice).update();
        }
    }

    private int update(UUID person, Choice choice) {
        return statement("""
                update wellbeing_choice set budget_minutes = :budget, veil = :veil, skipped_queues = :skipped,
                    quiet_until = :quiet where person_id = :person
                """, person, choice).update();
    }

    private JdbcClient.StatementSpec statement(String sql, UUID person, Choice choice) {
        String skipped =
                choice.skipped().stream().map(QueueName::value).sorted().collect(Collectors.joining(JOINT));
        return jdbc.sql(sql)
                .param("budget", choice.budgetMinutes())
                .param("veil", choice.veil().name())
                .param("skipped", skipped)
                .param("quiet", choice.quietUntil().map(WellbeingRows::at).orElse(null))
                .param("person", person);
    }

    /** When somebody last had something on screen. */
    Optional<Instant> lastBeat(UUID person) {
        return jdbc.sql("select last_beat_at from wellbeing_day where person_id = :person"
                        + " order by on_day desc fetch first 1 row only")
                .param("person", person)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Adds to a day; false if another tab of the same person was quicker, and nothing was added. */
    boolean add(UUID person, Day more, Optional<Instant> lastBeat, Instant now) {
        int added = values("""
                update wellbeing_day set shown_seconds = shown_seconds + :shown, anger_seconds = anger_seconds + :anger,
                    fear_seconds = fear_seconds + :fear, sadness_seconds = sadness_seconds + :sadness,
                    last_beat_at = :now
                where person_id = :person and on_day = :day and last_beat_at = :last
                """, person, more, now)
                .param("last", at(lastBeat.orElse(Instant.EPOCH)))
                .update();
        return added == 1 || insert(person, more, now);
    }

    private boolean insert(UUID person, Day more, Instant now) {
        try {
            values("""
                    insert into wellbeing_day (person_id, on_day, shown_seconds, anger_seconds, fear_seconds,
                        sadness_seconds, turns, last_beat_at)
                    values (:person, :day, :shown, :anger, :fear, :sadness, 0, :now)
                    """, person, more, now).update();
            return true;
        } catch (DuplicateKeyException quicker) {
            return false;
        }
    }

    private JdbcClient.StatementSpec values(String sql, UUID person, Day more, Instant now) {
        return jdbc.sql(sql)
                .param("person", person)
                .param("day", more.date())
                .param("shown", more.shown())
                .param("anger", more.anger())
                .param("fear", more.fear())
                .param("sadness", more.sadness())
                .param("now", at(now));
    }

    /** Counts one more request for the next item and says which one it is in this day, within the transaction. */
    int takeTurn(UUID person, LocalDate date) {
        jdbc.sql("update wellbeing_day set turns = turns + 1 where person_id = :person and on_day = :day")
                .param("person", person)
                .param("day", date)
                .update();
        return jdbc.sql("select turns from wellbeing_day where person_id = :person and on_day = :day")
                .param("person", person)
                .param("day", date)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Forgets what all people had on screen before a day. */
    int forgetBefore(LocalDate first) {
        return jdbc.sql("delete from wellbeing_day where on_day < :first")
                .param("first", first)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
