package dev.undertone.system;

import java.sql.Connection;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the database before the service calls itself ready, so that a wrong URL shows at the start and not hours later.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DatabaseAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    @Bean
    ApplicationRunner openDatabase(DataSource dataSource) {
        return arguments -> {
            try (Connection connection = dataSource.getConnection()) {
                LOG.info("Keeping records in {}", connection.getMetaData().getDatabaseProductName());
            }
        };
    }
}
