package dev.undertone.moderation;

import dev.undertone.account.Caller;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Until keys and people open the doors. */
@Configuration(proxyBeanMethods = false)
class CallerStandIns {

    static final Actor KEY = new Actor(Actor.Kind.API_KEY, "key-1", "forum", Optional.of("127.0.0.1"));

    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) {
        http.securityMatcher("/api/v1/submissions/**", "/api/v1/policies/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable());
        return http.build();
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == Caller.class;
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            ModelAndViewContainer container,
                            NativeWebRequest request,
                            WebDataBinderFactory binder) {
                        return new Caller(KEY, EnumSet.of(Scope.SUBMIT, Scope.READ), false);
                    }
                });
            }
        };
    }
}
