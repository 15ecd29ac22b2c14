package dev.undertone.system;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What stands around the security chains: they too look things up in a database that may be away. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OuterDefences {

    @Bean
    FilterRegistrationBean<DatabaseGuard> databaseGuard(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return inPlace(3, new DatabaseGuard(problems));
    }

    @Bean
    FilterRegistrationBean<ConcreteContentType> concreteContentType(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return inPlace(4, new ConcreteContentType(problems));
    }

    @Bean
    FilterRegistrationBean<AnyCharset> anyCharset() {
        return inPlace(5, new AnyCharset());
    }

    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    UploadsReadOnce uploads() {
        return new UploadsReadOnce();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedAddresses() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedAddress()));
    }

    private static <F extends Filter> FilterRegistrationBean<F> inPlace(int place, F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
