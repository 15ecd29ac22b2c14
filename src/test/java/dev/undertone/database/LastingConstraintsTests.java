package dev.undertone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pool closes a connection after half an hour, the one that made the tables among them. */
final class LastingConstraintsTests {

    private static final String URL = "jdbc:h2:mem:lasting-constraints;WRITE_DELAY=0";

    private static final String ENTRY = """
            insert into audit_entry (sequence, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id,
              before_state, after_state, previous_hash, hash)
            values (%d, current_timestamp, '%s', 'a', 'a', 'a', 'a', 'a', '{}', '{}', 'a', 'a')
            """;

    private Connection open;

    LastingConstraintsTests() throws SQLException {
        this.open = DriverManager.getConnection(URL);
    }

    @BeforeEach
    void migrateOverConnectionsThatAreClosedAfterwards() {
        Flyway.configure().dataSource(URL, "", "").load().migrate();
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    @Test
    void everyKindOfActorIsStillTaken() throws SQLException {
        try (Statement statement = open.createStatement()) {
            int sequence = 0;
            for (String kind : new String[] {"PERSON", "API_KEY", "SERVICE", "COMMAND_LINE"}) {
                assertThat(statement.executeUpdate(ENTRY.formatted(++sequence, kind)))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void anotherKindIsStillRefused() throws SQLException {
        try (Statement statement = open.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(ENTRY.formatted(1, "SOMEBODY")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("AUDIT_ENTRY_ACTOR_KIND")
                    .hasMessageNotContaining("invalid");
        }
    }
}
