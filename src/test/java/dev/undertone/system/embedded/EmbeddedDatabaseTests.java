package dev.undertone.system.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class EmbeddedDatabaseTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabase.class);

    @Test
    void h2IsGuardedAndItsPoolCanStillBeSeen() {
        context.withPropertyValues("spring.datasource.url=jdbc:h2:mem:guarded").run(started -> {
            DataSource database = started.getBean(DataSource.class);
            assertThat(database).isInstanceOf(SingleWriter.class);
            assertThat(DataSourceUnwrapper.unwrap(database, HikariDataSource.class))
                    .isNotNull();
        });
    }

    @Test
    void postgresIsNot() {
        context.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/undertone")
                .run(started -> assertThat(started.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class));
    }
}
