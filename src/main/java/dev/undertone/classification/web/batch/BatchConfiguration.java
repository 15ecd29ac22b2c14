package dev.undertone.classification.web.batch;

import dev.undertone.classification.EmotionClassifier;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the desk where batches are taken on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(BatchSettings.class)
class BatchConfiguration {

    @Bean
    BatchDesk batchDesk(EmotionClassifier classifier, BatchSettings settings, Clock clock) {
        return new BatchDesk(classifier, settings, clock, wait -> TimeUnit.MILLISECONDS.sleep(wait.toMillis()));
    }
}
