package dev.undertone.wellbeing;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the settings and has old days forgotten. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(WellbeingSettings.class)
class WellbeingConfiguration {

    @Bean
    Forgetting forgetting(Exposure exposure) {
        return new Forgetting(exposure);
    }

    /** Forgets old days from time to time. */
    static class Forgetting {

        private final Exposure exposure;

        Forgetting(Exposure exposure) {
            this.exposure = exposure;
        }

        @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
        void forget() {
            exposure.forgetOld();
        }
    }
}
