package dev.undertone.system;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/** Who may ask for what: closed unless a line here opens it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({DemoSettings.class, HttpSettings.class})
class WebSecurity {

    private static final String[] ASSETS = {"/css/**", "/js/**", "/favicon.svg", "/webjars/**", "/error"};
    private static final String[] OPERATIONS = {"/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**"};
    private static final String[] DEMO = {"/", "/batch/**", "/api/v1/classify"};

    @Bean
    FilterRegistrationBean<StrictHeaders> strictHeaders() {
        FilterRegistrationBean<StrictHeaders> first = new FilterRegistrationBean<>(new StrictHeaders());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            DemoSettings demo,
            HttpSettings limits,
            Clock clock,
            ObjectProvider<HandlerMapping> mappings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        ClosedDoor closed = new ClosedDoor(mappings, problems);
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(
                            jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD)
                    .permitAll();
            requests.requestMatchers(HttpMethod.GET, ASSETS).permitAll();
            requests.requestMatchers(HttpMethod.GET, OPERATIONS).permitAll();
            if (demo.enabled()) {
                requests.requestMatchers(DEMO).permitAll();
            }
            requests.anyRequest().denyAll();
        });
        http.exceptionHandling(
                refusals -> refusals.authenticationEntryPoint(closed).accessDeniedHandler(closed));
        // The demo acts with nobody's authority and keeps no session, so a forged request could do no more than its
        // sender.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(DEMO));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.addFilterAfter(new RateLimitFilter(demo.rateLimit(), clock, problems), HeaderWriterFilter.class);
        http.addFilterAfter(new BodyLimit(limits.maxBodySize(), problems), RateLimitFilter.class);
        return http.build();
    }
}
