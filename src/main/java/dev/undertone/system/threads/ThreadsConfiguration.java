package dev.undertone.system.threads;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Counts before anything reads a body, but behind whatever finds out the address of a visitor behind a proxy. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(ThreadSettings.class)
class ThreadsConfiguration {

    @Bean
    Occupants occupants(ThreadSettings settings) {
        return new Occupants(settings.perAddress());
    }

    @Bean
    FilterRegistrationBean<AddressLimit> addressLimit(
            Occupants occupants, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        FilterRegistrationBean<AddressLimit> registration =
                new FilterRegistrationBean<>(new AddressLimit(occupants, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> restOfBody(Occupants occupants) {
        return factory -> factory.addEngineValves(new RestOfBody(occupants));
    }
}
