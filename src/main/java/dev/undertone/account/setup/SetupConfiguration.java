package dev.undertone.account.setup;

import dev.undertone.account.People;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tells whoever starts a new service how the first person is made: there is no default one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SetupSettings.class)
class SetupConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SetupConfiguration.class);

    @Bean
    @ConditionalOnWebApplication
    ApplicationRunner adviceForTheFirstStart(People people, SetupCode code, Environment environment) {
        return arguments -> {
            if (people.none()) {
                LOG.info(
                        "Nobody can sign in yet. Make the first administrator at {} (set-up code {}), or stop the"
                                + " service and run: java -jar target/undertone.jar user create --name NAME --role admin",
                        address(environment, code.shown()),
                        code.shown());
            }
        };
    }

    private static String address(Environment environment, String code) {
        String scheme = environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store")
                ? "https"
                : "http";
        String port = environment.getProperty("local.server.port", "8080");
        String path = environment.getProperty("server.servlet.context-path", "");
        return scheme + "://localhost:" + port + path + "/setup?code="
                + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }
}
