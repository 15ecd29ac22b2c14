package dev.undertone.browser;

import dev.undertone.classification.EmotionClassifier;
import dev.undertone.classification.web.KeywordClassifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** Answers only where the application has no classifier of its own. */
@TestConfiguration(proxyBeanMethods = false)
class StandInClassifier {

    @Bean
    @Fallback
    EmotionClassifier standIn() {
        return KeywordClassifier.create();
    }
}
