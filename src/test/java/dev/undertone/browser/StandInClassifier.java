package dev.undertone.browser;

import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.modelstore.ModelStore;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Answers only where the model store has no checkpoint that could. */
@TestConfiguration(proxyBeanMethods = false)
class StandInClassifier {

    @Bean
    @Primary
    @Conditional(NoCheckpoint.class)
    KeywordClassifier standIn() {
        return new KeywordClassifier();
    }

    static final class NoCheckpoint implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            String path = context.getEnvironment().getRequiredProperty("undertone.modelstore.path");
            return new ModelStore(Path.of(path)).active().isEmpty();
        }
    }
}
