package dev.undertone.cli;

import java.util.List;
import java.util.function.Function;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The records of the service for a command that works on them: the same database, found by the same settings, brought
 * up to date in the same way, but without web server or model.
 *
 * @param arguments settings as {@code --name=value}
 */
record Records(List<String> arguments) {

    Records {
        arguments = List.copyOf(arguments);
    }

    /**
     * Opens the database, works on it and closes it.
     *
     * @param endpoint what a running service offers instead
     * @param work is given the parts of the service that keep the records
     * @throws RecordsClosed if the database cannot be opened
     */
    <T> T with(String endpoint, Function<BeanFactory, T> work) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        SpringApplicationBuilder application = new SpringApplicationBuilder(RecordsWiring.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // Standard output belongs to the command's answer; a command makes only what it asks for.
                .properties("logging.threshold.console=OFF", "spring.main.lazy-initialization=true");
        try (ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new))) {
            return work.apply(context.getBeanFactory());
        } catch (ConfigurationPropertiesBindException e) {
            throw WrongSetting.of(e);
        } catch (BeansException | DataAccessException | TransactionException e) {
            String url = environment.getProperty("spring.datasource.url", "");
            throw RecordsClosed.of(e, url, endpoint)
                    .<RuntimeException>map(closed -> closed)
                    .orElse(e);
        }
    }
}
