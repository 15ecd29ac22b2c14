package dev.undertone.classification;

import dev.undertone.modelstore.ModelStore;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Serves the active checkpoint. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({ClassificationSettings.class, ModelStoreSettings.class})
class ClassificationConfiguration {

    @Bean
    ModelStore modelStore(ModelStoreSettings settings) {
        return new ModelStore(settings.path());
    }

    @Bean
    ActiveClassifier emotionClassifier(ModelStore store, ClassificationSettings settings) {
        return new ActiveClassifier(store, settings);
    }

    /**
     * Starting leaves garbage and the mapped files of the verified checkpoint, none of it needed again: together about
     * as much memory as the service keeps.
     */
    @Bean
    ApplicationListener<ApplicationReadyEvent> leftoversOfTheStart(ActiveClassifier classifier) {
        return ready -> classifier.whenLoaded(UnusedMemory::giveBack);
    }

    @Bean
    Trimming trimming() {
        return new Trimming();
    }

    /** Part of readiness: a service without a model takes no traffic that needs one. */
    @Bean
    HealthIndicator modelHealthIndicator(ActiveClassifier classifier) {
        return () -> classifier
                .obstacle()
                .map(fact -> Health.outOfService().withDetail("reason", fact).build())
                .orElseGet(() -> Health.up().build());
    }

    /** Gives back from time to time what came free. */
    static class Trimming {

        @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
        void trim() {
            UnusedMemory.trim();
        }
    }
}
