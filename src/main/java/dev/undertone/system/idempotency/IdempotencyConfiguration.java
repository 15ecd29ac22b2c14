package dev.undertone.system.idempotency;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the filter behind the security chain, as keys belong to callers, and cleans up behind it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(IdempotencySettings.class)
@EnableScheduling
class IdempotencyConfiguration {

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotency(
            KeptAnswers answers,
            IdempotencySettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(
                new IdempotencyFilter(answers, Callers::recognised, settings.retryAfter(), problems));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Bean
    KeptAnswers keptAnswers(JdbcClient database, IdempotencySettings settings, Clock clock) {
        return new KeptAnswers(database, settings, clock);
    }

    @Bean
    ErasedAnswers erasedAnswers(JdbcClient database) {
        return new ErasedAnswers(database);
    }

    @Bean
    OpenApiCustomizer idempotencyDescription() {
        return new IdempotencyDescription();
    }

    @Bean
    Upkeep idempotencyUpkeep(KeptAnswers answers, FilterRegistrationBean<IdempotencyFilter> filter) {
        return new Upkeep(answers, Objects.requireNonNull(filter.getFilter()));
    }

    /** What is done from time to time. */
    static class Upkeep {

        private final KeptAnswers answers;
        private final IdempotencyFilter filter;

        Upkeep(KeptAnswers answers, IdempotencyFilter filter) {
            this.answers = answers;
            this.filter = filter;
        }

        @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
        void sweep() {
            answers.forgetOld();
        }

        /** Several times in each lease. */
        @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
        void renew() {
            filter.renewLeases();
        }
    }
}
