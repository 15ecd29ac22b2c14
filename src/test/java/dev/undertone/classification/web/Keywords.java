package dev.undertone.classification.web;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the {@link KeywordClassifier} before the application's own, which the test profile leaves without a model. */
@TestConfiguration(proxyBeanMethods = false)
public class Keywords {

    @Bean
    @Primary
    KeywordClassifier keywordClassifier() {
        return new KeywordClassifier();
    }
}
