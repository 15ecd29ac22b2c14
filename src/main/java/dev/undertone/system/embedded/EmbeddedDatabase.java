package dev.undertone.system.embedded;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts a {@link SingleWriter} before H2; another database keeps its transactions whole by itself. */
@Configuration(proxyBeanMethods = false)
class EmbeddedDatabase {

    /** Longer than any of our transactions takes, and shorter than people wait for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Bean
    static BeanPostProcessor singleWriter(ObjectProvider<DataSourceProperties> settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database && isH2(settings.getObject())
                        ? new SingleWriter(database, PATIENCE)
                        : bean;
            }
        };
    }

    private static boolean isH2(DataSourceProperties settings) {
        return DatabaseDriver.fromJdbcUrl(settings.determineUrl()) == DatabaseDriver.H2;
    }
}
