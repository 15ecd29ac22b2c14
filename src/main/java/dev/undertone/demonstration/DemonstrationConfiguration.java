package dev.undertone.demonstration;

import dev.undertone.audit.AuditTrail;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.SubmissionRemoval;
import dev.undertone.review.decisions.PastDecisions;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the demonstration together; commands have no part in it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DemonstrationConfiguration {

    private final StoredState state;
    private final Stories stories = new Stories();

    DemonstrationConfiguration(JdbcClient jdbc) {
        this.state = new StoredState(jdbc);
    }

    @Bean
    Demonstration demonstration(
            SubmissionRemoval removal, AuditTrail audit, TransactionOperations transaction, Clock clock) {
        return new Demonstration(state, stories, removal, audit, transaction, clock);
    }

    @Bean
    DemonstrationRun demonstrationRun(BulkIntake intake, PastDecisions decisions) {
        return new DemonstrationRun(state, stories, intake, new MadeUpModerators(decisions));
    }

    @Bean
    DemonstrationBackground demonstrationBackground(DemonstrationRun run) {
        return new DemonstrationBackground(run);
    }
}
