package dev.undertone.moderation.web;

import dev.undertone.moderation.intake.Reception;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts {@link LoadSheddingFilter} before everything that costs, but behind the count of each address's threads: it
 * reads bodies.
 */
@Configuration(proxyBeanMethods = false)
class LoadSheddingConfiguration {

    @Bean
    FilterRegistrationBean<LoadSheddingFilter> loadShedding(Reception reception, JsonMapper mapper) {
        FilterRegistrationBean<LoadSheddingFilter> registration =
                new FilterRegistrationBean<>(new LoadSheddingFilter(reception, mapper));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
