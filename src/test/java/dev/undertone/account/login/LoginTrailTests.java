package dev.undertone.account.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditTrail;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Signing in and out is taken down, and nobody fills the trail with guesses. */
final class LoginTrailTests {

    private static final String PASSWORD = "correct horse battery";

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

        private final ApplicationContext context;
        private final LoginTrail trail;

        private PersonDetails ann;

        @SuppressWarnings("NullAway.Init")
        Cases(ApplicationContext context) {
            this.context = context;
            this.trail = new LoginTrail(
                    context.getBean(People.class),
                    context.getBean(AuditTrail.class),
                    context.getBean(TransactionOperations.class),
                    context.getBean(MovableClock.class));
        }

        @BeforeEach
        void somebodyToSignIn() {
            ann = context.getBean(People.class).create("Ann", Role.MODERATOR, PASSWORD, Actor.service());
        }

        @Test
        void signingInAndOutIsTakenDownWithWhoAndFromWhere() {
            Identity.OfPerson identity = Identity.OfPerson.now(ann);
            trail.attempted("ann", new LoginOutcome.Welcome(identity, "browser"), "192.0.2.1");
            trail.left(identity, "192.0.2.1");
            assertThat(entries())
                    .containsExactly(
                            "login.accepted of " + ann.id() + " by Ann from 192.0.2.1 {}",
                            "login.ended of " + ann.id() + " by Ann from 192.0.2.1 {}");
        }

        @Test
        void aRefusalNamesTheAccountIfThereIsOneAndNeverWhatWasTyped() {
            trail.attempted("ANN", new LoginOutcome.Wrong(), "192.0.2.1");
            trail.attempted("my secret by mistake", new LoginOutcome.Wrong(), "192.0.2.1");
            assertThat(entries())
                    .containsExactly(
                            "login.refused of " + ann.id() + " by visitor from 192.0.2.1 {}",
                            "login.refused of unknown by visitor from 192.0.2.1 {}");
        }

        @Test
        void guessesCannotFillTheTrail() {
            for (int i = 0; i < LoginTrail.REFUSALS_AN_HOUR + 20; i++) {
                trail.attempted("guess " + i, new LoginOutcome.Wrong(), "192.0.2.1");
            }
            trail.attempted("guess", new LoginOutcome.TooMany(Duration.ofHours(1)), "192.0.2.1");
            assertThat(entries()).hasSize(LoginTrail.REFUSALS_AN_HOUR);

            context.getBean(MovableClock.class).advance(Duration.ofHours(1));
            trail.attempted("guess", new LoginOutcome.Wrong(), "192.0.2.1");
            assertThat(entries())
                    .hasSize(LoginTrail.REFUSALS_AN_HOUR + 1)
                    .last()
                    .asString()
                    .contains("{\"refusedBeforeAndNotListed\":\"21\"}");
        }

        private List<String> entries() {
            return context.getBean(JdbcClient.class)
                    .sql("""
                            select action, subject_id, actor_name, actor_address, after_state from audit_entry
                            where action like 'login.%' order by sequence""")
                    .query((row, number) -> "%s of %s by %s from %s %s"
                            .formatted(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)))
                    .list();
        }
    }
}
