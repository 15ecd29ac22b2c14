package dev.undertone.moderation.policies;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sees to it that a new installation has a policy before the first text comes in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PolicyAtStart {

    @Bean
    ApplicationRunner installFirstPolicy(FirstPolicy first) {
        return arguments -> first.ensure();
    }
}
