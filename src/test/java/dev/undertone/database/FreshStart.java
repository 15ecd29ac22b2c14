package dev.undertone.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Empties all tables and sets the clock back before each test, so that none sees what another left. */
final class FreshStart extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBean(MovableClock.class).reset();
        JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
        List<String> tables = tables(jdbc);
        if (tables.isEmpty()) {
            return;
        }
        if (isPostgres(jdbc)) {
            // Past the triggers that refuse to empty the audit trail; in one go, so that it holds for nothing else.
            jdbc.execute("set session_replication_role = replica; truncate table " + String.join(", ", tables)
                    + " cascade; set session_replication_role = default");
        } else {
            jdbc.execute("set referential_integrity false");
            tables.forEach(table -> jdbc.execute("truncate table " + table));
            jdbc.execute("set referential_integrity true");
        }
        context.getBeansOfType(Reset.class).values().forEach(Reset::afterEmptying);
    }

    private static List<String> tables(JdbcTemplate jdbc) {
        return new ArrayList<>(jdbc.queryForList("""
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
                  and lower(table_name) <> 'flyway_schema_history'
                """, String.class));
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.execute((java.sql.Connection connection) -> product(connection)));
    }

    private static boolean product(java.sql.Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
