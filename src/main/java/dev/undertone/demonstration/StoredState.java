package dev.undertone.demonstration;

import dev.undertone.demonstration.DemonstrationState.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row that is there while the made-up submissions are. */
final class StoredState {

    private static final String COLUMNS = "select state, total, taken, obstacle, started_at from demonstration";
    private static final int LONGEST_OBSTACLE = 500;

    private final JdbcClient jdbc;

    StoredState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DemonstrationState> find() {
        return jdbc.sql(COLUMNS).query(StoredState::read).optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<DemonstrationState> lock() {
        return jdbc.sql(COLUMNS + " for update").query(StoredState::read).optional();
    }

    void begin(int total, Instant at, String by) {
        jdbc.sql("insert into demonstration (id, state, total, taken, started_at, started_by)"
                        + " values (1, 'RUNNING', :total, 0, :at, :by)")
                .param("total", total)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void reached(int taken, Phase phase) {
        jdbc.sql("update demonstration set taken = :taken, state = :state, obstacle = null")
                .param("taken", taken)
                .param("state", phase.name())
                .update();
    }

    void waits(String obstacle) {
        jdbc.sql("update demonstration set state = 'WAITING', obstacle = :obstacle where state <> 'DONE'")
                .param("obstacle", obstacle.substring(0, Math.min(obstacle.length(), LONGEST_OBSTACLE)))
                .update();
    }

    void remove() {
        jdbc.sql("delete from demonstration").update();
    }

    private static DemonstrationState read(ResultSet row, int number) throws SQLException {
        return new DemonstrationState(
                Phase.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("taken"),
                Optional.ofNullable(row.getString("obstacle")),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
