package dev.undertone.system;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Puts the guard against a missing database around the security chains, which look things up in it too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DatabaseWiring {

    @Bean
    FilterRegistrationBean<DatabaseGuard> databaseGuard(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<DatabaseGuard> guard = new FilterRegistrationBean<>(new DatabaseGuard(problems));
        guard.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return guard;
    }
}
