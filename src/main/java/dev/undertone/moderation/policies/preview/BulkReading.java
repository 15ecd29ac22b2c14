package dev.undertone.moderation.policies.preview;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads very many rows of numbers. PostgreSQL's driver asks for them as text until a connection has sent the same
 * statement a few times; writing and parsing that text was a third of the time of a preview.
 */
final class BulkReading extends JdbcTemplate {

    /** Of PostgreSQL, which streams: few waits for the next part, and each no more than a few megabytes. */
    private static final int FETCH_SIZE = 10_000;

    /** What the driver takes for: binary from the first time on. */
    private static final int AT_ONCE = -1;

    BulkReading(DataSource database) {
        super(database);
        setFetchSize(FETCH_SIZE);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(AT_ONCE);
        }
    }
}
