package dev.undertone.account.login;

import dev.undertone.account.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires signing in, and tells an operator how the first person is made: there is no default one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginSettings.class)
class LoginConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LoginConfiguration.class);

    @Bean
    @ConditionalOnWebApplication
    ApplicationRunner adviceForTheFirstStart(People people) {
        return arguments -> {
            if (people.none()) {
                LOG.info("Nobody can sign in to the pages yet; stop the service and make the first person with:"
                        + " java -jar target/undertone.jar user create --name NAME --role admin");
            }
        };
    }
}
