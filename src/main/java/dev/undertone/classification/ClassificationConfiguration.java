package dev.undertone.classification;

import dev.undertone.modelstore.ModelStore;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the active checkpoint. */
@Configuration(proxyBeanMethods = false)
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
        return ready -> classifier.whenLoaded(UnusedHeap::giveBack);
    }

    /** Part of readiness: a service without a model takes no traffic that needs one. */
    @Bean
    HealthIndicator modelHealthIndicator(ActiveClassifier classifier) {
        return () -> classifier
                .obstacle()
                .map(fact -> Health.outOfService().withDetail("reason", fact).build())
                .orElseGet(() -> Health.up().build());
    }
}
