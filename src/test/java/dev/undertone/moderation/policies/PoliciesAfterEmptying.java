package dev.undertone.moderation.policies;

import dev.undertone.database.Reset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets the policies in memory go when the tables under them have been emptied. */
@TestConfiguration(proxyBeanMethods = false)
public class PoliciesAfterEmptying {

    @Bean
    Reset forgetPolicies(CurrentPolicies policies) {
        return policies::forget;
    }
}
