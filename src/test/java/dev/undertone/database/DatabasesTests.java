package dev.undertone.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pattern of every test of stored things: the cases once, run on both databases. */
final class DatabasesTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired DataSource dataSource) {
            super(dataSource, "H2");
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired DataSource dataSource) {
            super(dataSource, "PostgreSQL");
        }
    }

    abstract static class Cases {

        private final DataSource dataSource;
        private final String product;

        Cases(DataSource dataSource, String product) {
            this.dataSource = dataSource;
            this.product = product;
        }

        @Test
        void theServiceRunsOnTheDatabaseThatTheTestAskedFor() throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(product);
            }
        }
    }
}
