package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

final class AuditTrailTests {

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired AuditTrail trail, @Autowired PlatformTransactionManager manager, @Autowired JdbcTemplate jdbc) {
            super(trail, manager, jdbc);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(
                @Autowired AuditTrail trail,
                @Autowired PlatformTransactionManager manager,
                @Autowired JdbcTemplate jdbc) {
            super(trail, manager, jdbc);
        }
    }

    abstract static class Cases {

        private final AuditTrail trail;
        private final JdbcTemplate jdbc;
        private final TransactionTemplate transaction;
        private final TransactionTemplate another;
        private final TransactionTemplate reading;

        Cases(AuditTrail trail, PlatformTransactionManager manager, JdbcTemplate jdbc) {
            this.trail = trail;
            this.jdbc = jdbc;
            transaction = new TransactionTemplate(manager);
            another = new TransactionTemplate(manager);
            another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            reading = new TransactionTemplate(manager);
            reading.setReadOnly(true);
        }

        @Test
        void entriesAreWrittenWithTheirTransactionAndInItsOrder() {
            transaction.executeWithoutResult(status -> {
                append("a");
                append("b");
                append("c");
                assertThat(subjects())
                        .as("the lock is not held before the commit")
                        .isEmpty();
            });

            assertThat(subjects()).containsExactly("a", "b", "c");
            assertThat(head()).isEqualTo(3);
        }

        @Test
        void aTransactionThatIsRolledBackLeavesNothingBehindForTheNext() {
            transaction.executeWithoutResult(status -> {
                append("gone");
                status.setRollbackOnly();
            });
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        append("gone too");
                        throw new IllegalStateException("changed my mind");
                    }))
                    .hasMessage("changed my mind");
            transaction.executeWithoutResult(status -> append("kept"));

            assertThat(subjects()).containsExactly("kept");
        }

        @Test
        void aTransactionInsideAnotherKeepsItsOwnEntries() {
            transaction.executeWithoutResult(outer -> {
                append("outer before");
                another.executeWithoutResult(inner -> append("inner"));
                another.executeWithoutResult(inner -> {
                    append("inner gone");
                    inner.setRollbackOnly();
                });
                transaction.executeWithoutResult(same -> append("joined"));
                append("outer after");
            });

            assertThat(subjects()).containsExactly("inner", "outer before", "joined", "outer after");
        }

        @Test
        void theInnerTransactionIsKeptWhenTheOuterIsRolledBack() {
            transaction.executeWithoutResult(outer -> {
                append("outer");
                another.executeWithoutResult(inner -> append("inner"));
                outer.setRollbackOnly();
            });

            assertThat(subjects()).containsExactly("inner");
        }

        @Test
        void whatIsAppendedAsTheLastThingBeforeTheCommitIsWritten() {
            transaction.executeWithoutResult(
                    status -> TransactionSynchronizationManager.registerSynchronization(before(() -> append("late"))));

            assertThat(subjects()).containsExactly("late");
        }

        private static TransactionSynchronization before(Runnable commit) {
            return new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    commit.run();
                }
            };
        }

        @Test
        void withoutATransactionNothingIsTaken() {
            assertThatThrownBy(() -> append("a")).isInstanceOf(IllegalTransactionStateException.class);
            assertThatThrownBy(() -> reading.executeWithoutResult(status -> append("a")))
                    .isInstanceOf(IllegalTransactionStateException.class);

            assertThat(subjects()).isEmpty();
        }

        @Test
        void afterTheCommitNothingIsTaken() {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                                @Override
                                public void afterCommit() {
                                    append("too late");
                                }
                            })))
                    .isInstanceOf(IllegalTransactionStateException.class);

            assertThat(subjects()).isEmpty();
        }

        @Test
        void aMissingHeadIsNotMadeUpForEntriesThatAreThere() {
            transaction.executeWithoutResult(status -> append("a"));
            jdbc.update("delete from audit_head");

            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> append("b")))
                    .isInstanceOf(ChainBroken.class);
            assertThat(subjects()).containsExactly("a");
        }

        private void append(String subject) {
            trail.append(Actor.service(), Change.of("thing.made", "thing", subject, Map.of(), Map.of("state", "new")));
        }

        private List<String> subjects() {
            return jdbc.queryForList("select subject_id from audit_entry order by sequence", String.class);
        }

        private long head() {
            Long count = jdbc.queryForObject("select entries from audit_head", Long.class);
            return count == null ? -1 : count;
        }
    }
}
