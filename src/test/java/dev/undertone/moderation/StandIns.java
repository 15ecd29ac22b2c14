package dev.undertone.moderation;

import dev.undertone.account.Caller;
import dev.undertone.account.Scope;
import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.emotion.Emotion;
import dev.undertone.policy.Evidence;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Reason;
import dev.undertone.policy.Verdict;
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

@Configuration(proxyBeanMethods = false)
class StandIns {

    static final Actor KEY = new Actor(Actor.Kind.API_KEY, "key-1", "forum", Optional.of("127.0.0.1"));

    @Bean
    AuditTrail auditTrail() {
        return (by, change) -> {};
    }

    @Bean
    StandingPolicies standingPolicies() {
        return new StandingPolicies() {
            @Override
            public Ruling judge(Evidence evidence) {
                return new Ruling("default@1", judgement(evidence));
            }

            @Override
            public void recordShadows(SubmissionId id, Evidence evidence) {}
        };
    }

    private static Judgement judgement(Evidence evidence) {
        double anger = evidence.scores().of(Emotion.ANGER);
        if (anger >= 0.8) {
            return new Judgement(
                    new Verdict.Hold(QueueName.CONDUCT),
                    Optional.of(QueueName.CONDUCT),
                    List.of(new Reason("anger", Optional.of(new Reason.Measure(Emotion.ANGER, anger, 0.8)), "Anger.")),
                    1.0);
        }
        return new Judgement(new Verdict.Allow(), Optional.empty(), List.of(), 1.0);
    }

    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) {
        http.securityMatcher("/api/v1/submissions/**")
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
