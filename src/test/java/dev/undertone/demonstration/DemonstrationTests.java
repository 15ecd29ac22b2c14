package dev.undertone.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.undertone.audit.Actor;
import dev.undertone.audit.AuditChain;
import dev.undertone.audit.AuditTrail;
import dev.undertone.classification.web.KeywordClassifier;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.demonstration.DemonstrationRun.Step;
import dev.undertone.moderation.BulkIntake;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionRemoval;
import dev.undertone.review.decisions.PastDecisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

final class DemonstrationTests {

    private static final Actor BY = Actor.commandLine();

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
        private final Demonstration demonstration;
        private final DemonstrationRun run;
        private final JdbcClient jdbc;
        private final Clock clock;

        Cases(ApplicationContext context) {
            this.context = context;
            this.demonstration = context.getBean(Demonstration.class);
            this.run = context.getBean(DemonstrationRun.class);
            this.jdbc = context.getBean(JdbcClient.class);
            this.clock = context.getBean(Clock.class);
        }

        private void bringIn() {
            demonstration.begin(BY);
            while (run.step() == Step.GOES_ON) {
                assertThat(demonstration.state()).isPresent();
            }
        }

        private long count(String sql) {
            return jdbc.sql("select count(*) from " + sql).query(Long.class).single();
        }

        /** How many rows each table has; of the audit trail only that its entries stay. */
        private Map<String, Long> rows() {
            Map<String, Long> rows = new TreeMap<>();
            jdbc.sql("""
                            select lower(table_name) from information_schema.tables
                            where lower(table_schema) = 'public' and table_type = 'BASE TABLE'""").query(String.class).list().stream()
                    .filter(table -> !table.startsWith("audit_"))
                    .forEach(table -> rows.put(table, count("\"" + real(table) + "\"")));
            return rows;
        }

        private String real(String table) {
            return jdbc.sql("select table_name from information_schema.tables where lower(table_name) = :name"
                            + " and lower(table_schema) = 'public'")
                    .param("name", table)
                    .query(String.class)
                    .single();
        }

        @Test
        void theyComeAsRealOnesDoWithAPastOfTwoWeeks() {
            bringIn();
            assertThat(demonstration.state().orElseThrow().phase()).isEqualTo(DemonstrationState.Phase.DONE);
            assertThat(count("submission where channel like 'demo/%' and submitted_by = 'demonstration'"))
                    .isEqualTo(demonstration.size())
                    .isEqualTo(200);
            assertThat(count("submission where checkpoint = 'keywords' and policy_version = 'default@1'"))
                    .isEqualTo(200);
            Instant now = clock.instant();
            List<Instant> times = jdbc.sql("select received_at from submission order by received_at")
                    .query((row, number) ->
                            row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                    .list();
            assertThat(times.get(0)).isBetween(now.minus(Duration.ofDays(14)), now.minus(Duration.ofDays(13)));
            assertThat(times.get(199)).isBetween(now.minus(Duration.ofDays(1)), now);
            assertThat(count("reviewable r join submission s on s.id = r.submission_id"
                            + " where r.created_at <> s.received_at"))
                    .isZero();
        }

        @Test
        void whatWasHeldSomeDaysAgoHasBeenDecidedAfterItCameAndBeforeNow() {
            bringIn();
            assertThat(count("decision")).isPositive();
            assertThat(jdbc.sql("select count(*) from decision d join submission s on s.id = d.submission_id"
                                    + " where d.decided_at <= s.received_at or d.decided_at > :now")
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(count("submission where resolved_by like '% (demo)'"))
                    .isEqualTo(count("decision where outcome <> 'ESCALATED'"));
            assertThat(count("reviewable where status = 'OPEN'")).isPositive();
        }

        @Test
        void afterTheRemovalNoTableHasARowMoreThanBefore() {
            context.getBean(Intake.class).submit(real("furious and real", "demo/forum"), BY);
            Map<String, Long> before = rows();
            bringIn();
            jdbc.sql(
                            "insert into review_note (id, reviewable_id, text, written_by_id, written_by, written_at)"
                                    + " select id, id, 'a note', 'x', 'x', created_at from reviewable"
                                    + " where submission_id in (select id from submission where submitted_by = 'demonstration')")
                    .update();
            jdbc.sql("insert into shadow_judgement (submission_id, policy_version_id, verdict, judged_at)"
                            + " select s.id, v.id, 'ALLOW', s.received_at from submission s, policy_version v"
                            + " where s.submitted_by = 'demonstration'")
                    .update();

            assertThat(demonstration.remove(BY)).isEqualTo(200);

            assertThat(rows()).isEqualTo(before).containsEntry("submission", 1L);
            assertThat(demonstration.state()).isEmpty();
            assertThat(count("audit_entry where action = 'demonstration.removed'"))
                    .isEqualTo(1);
            assertThat(context.getBean(AuditChain.class)
                            .verify(Optional.empty())
                            .firstBroken())
                    .isEmpty();
        }

        private static NewSubmission real(String text, String channel) {
            return new NewSubmission(Optional.empty(), channel, Optional.of("ann"), text, Optional.empty());
        }

        @Test
        void aRemovalThatFailsRemovesNothing() {
            bringIn();
            Map<String, Long> before = rows();
            SubmissionRemoval real = context.getBean(SubmissionRemoval.class);
            Demonstration failing = demonstrationWith(new SubmissionRemoval() {
                @Override
                public int removeAllOf(String submittedBy, Actor by) {
                    real.removeAllOf(submittedBy, by);
                    throw new IllegalStateException("just before the end");
                }

                @Override
                public boolean anyBesides(String submittedBy) {
                    return real.anyBesides(submittedBy);
                }
            });
            assertThatThrownBy(() -> failing.remove(BY)).hasMessage("just before the end");
            assertThat(rows()).isEqualTo(before);
        }

        private Demonstration demonstrationWith(SubmissionRemoval removal) {
            return new Demonstration(
                    new StoredState(jdbc),
                    new Stories(),
                    removal,
                    context.getBean(AuditTrail.class),
                    context.getBean(TransactionOperations.class),
                    clock);
        }

        @Test
        void whatTheModelReadsWhileAllIsRemovedIsNotStored() {
            demonstration.begin(BY);
            assertThat(run.step()).isEqualTo(Step.GOES_ON);
            BulkIntake real = context.getBean(BulkIntake.class);
            BulkIntake late = (submissions, by, alongside) -> {
                demonstration.remove(BY);
                return real.submitAll(submissions, by, alongside);
            };
            DemonstrationRun overtaken = new DemonstrationRun(
                    new StoredState(jdbc),
                    new Stories(),
                    late,
                    new MadeUpModerators(context.getBean(PastDecisions.class)));
            assertThat(overtaken.step()).isEqualTo(Step.NOTHING_TO_DO);
            assertThat(count("submission")).isZero();
        }

        @Test
        void withoutAModelTheyWaitInsteadOfComingUnread() {
            demonstration.begin(BY);
            context.getBean(KeywordClassifier.class).refuse(1);
            assertThat(run.step()).isEqualTo(Step.WAITS);
            assertThat(demonstration.state().orElseThrow().obstacle())
                    .contains("all predictors are busy, nothing was classified");
            assertThat(count("submission")).isZero();
            assertThat(run.step()).isEqualTo(Step.GOES_ON);
            assertThat(demonstration.state().orElseThrow().obstacle()).isEmpty();
        }

        @Test
        void whoeverAsksAgainChangesNothing() {
            bringIn();
            demonstration.begin(BY);
            assertThat(run.step()).isEqualTo(Step.NOTHING_TO_DO);
            assertThat(count("submission")).isEqualTo(200);
            assertThat(count("audit_entry where action = 'demonstration.begun'"))
                    .isEqualTo(1);
        }

        @Test
        void realSubmissionsAreSeenBesideThem() {
            bringIn();
            assertThat(demonstration.wouldMix()).isFalse();
            context.getBean(Intake.class).submit(real("hello", "forum"), BY);
            assertThat(demonstration.wouldMix()).isTrue();
        }
    }
}
