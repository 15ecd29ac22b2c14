package dev.undertone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.demonstration.DemonstrationRun.Step;
import dev.undertone.review.live.ItemChanges;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others hear of a removal. */
final class DemonstrationRemovalTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final Demonstration demonstration;
        private final DemonstrationRun run;
        private final ItemChanges changes;
        private final JdbcClient jdbc;

        Cases(ApplicationContext context) {
            this.demonstration = context.getBean(Demonstration.class);
            this.run = context.getBean(DemonstrationRun.class);
            this.changes = context.getBean(ItemChanges.class);
            this.jdbc = context.getBean(JdbcClient.class);
        }

        @Test
        void openPagesReadAllAgainAndTheTrailNamesEachItem() {
            demonstration.begin(Actor.commandLine());
            assertThat(run.step()).isEqualTo(Step.GOES_ON);
            assertThat(run.step()).isEqualTo(Step.GOES_ON);
            long items = count("reviewable");
            long before = changes.position();
            assertThat(items).isPositive();

            demonstration.remove(Actor.commandLine());

            assertThat(changes.since(before).everything()).isTrue();
            assertThat(changes.since(changes.position()).none()).isTrue();
            assertThat(count("audit_entry where action = 'reviewable.removed' and actor_name = 'command line'"))
                    .isEqualTo(items);
        }

        private long count(String rows) {
            return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
        }
    }
}
