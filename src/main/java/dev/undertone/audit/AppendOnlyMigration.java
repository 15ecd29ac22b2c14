package dev.undertone.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Makes PostgreSQL itself refuse to change or remove entries. The embedded database has no triggers but in Java, which
 * would tie its file to a class of this version for good, and nobody but this service writes to it.
 */
@Component
class AppendOnlyMigration implements JavaMigration {

    private static final String REFUSAL = """
            create function audit_entry_refuse() returns trigger language plpgsql as $$
            begin
              raise exception 'audit entries are neither changed nor removed';
            end
            $$
            """;

    private static final String TRIGGER = """
            create trigger audit_entry_append_only before update or delete on audit_entry
            for each row execute function audit_entry_refuse()
            """;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(REFUSAL);
                statement.execute(TRIGGER);
            }
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1.1");
    }

    @Override
    public String getDescription() {
        return "audit append only";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
