package dev.undertone.moderation.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.audit.Actor;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.emotion.Notice;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.Resolution;
import dev.undertone.moderation.StandingPolicies.Ruling;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.moderation.Submissions;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Reason;
import dev.undertone.policy.Verdict;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

final class SubmissionArchiveTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456Z");

        @Autowired
        private Submissions submissions;

        @Autowired
        private SubmissionCatalogue catalogue;

        @Autowired
        private Arrivals arrivals;

        @Autowired
        private TransactionTemplate transaction;

        @Autowired
        private EntityManagerFactory hibernate;

        @Test
        void probabilitiesComeBackToTheBit() {
            double third = 1.0 / 3;
            EmotionScores odd =
                    new EmotionScores(List.of(third, Math.nextUp(third), Double.MIN_VALUE, 0.0, 1e-300, 1 - 2 * third));
            Scoring scoring = scoring(odd, EnumSet.allOf(Notice.class));
            SubmissionDetails stored = store(Assessment.judged(scoring, ruling(new Verdict.Allow(), null)));
            Scoring found =
                    submissions.find(stored.id()).orElseThrow().scoring().orElseThrow();
            for (Emotion emotion : Emotion.inOrder()) {
                assertThat(Double.doubleToRawLongBits(found.scores().of(emotion)))
                        .as(emotion.label())
                        .isEqualTo(Double.doubleToRawLongBits(odd.of(emotion)));
            }
            assertThat(found).isEqualTo(scoring);
        }

        @Test
        void everyReasonOfAJudgementComesBack() {
            Judgement judgement = new Judgement(
                    new Verdict.Allow(),
                    Optional.of(QueueName.CARE),
                    List.of(
                            new Reason("fear", Optional.of(new Reason.Measure(Emotion.FEAR, 0.1 + 0.2, 0.3)), "Fear."),
                            new Reason("short", Optional.empty(), "Short: \"'\u00e9\uD83D\uDE00.")),
                    1.7);
            SubmissionDetails stored = store(Assessment.judged(calm(), new Ruling("default@3", judgement)));
            SubmissionDetails found = submissions.find(stored.id()).orElseThrow();
            assertThat(found.judgement()).contains(judgement);
            assertThat(found.policyVersion()).contains("default@3");
            assertThat(found.verdict()).isEqualTo(new Verdict.Allow());
            assertThat(found.queue()).contains(QueueName.CARE);
        }

        @Test
        void aBlockComesBackAsABlock() {
            SubmissionDetails stored = store(Assessment.judged(calm(), ruling(new Verdict.Block(), null)));
            assertThat(submissions.find(stored.id()).orElseThrow().verdict()).isEqualTo(new Verdict.Block());
        }

        @Test
        void manyAreFoundInOneQueryAndUnknownOnesAreLeftOut() {
            SubmissionId first = store(Assessment.unscored("no model")).id();
            SubmissionId second = store(Assessment.unscored("no model")).id();
            Statistics statistics = hibernate.unwrap(SessionFactory.class).getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            assertThat(submissions.findAll(List.of(second, new SubmissionId(UUID.randomUUID()), first)))
                    .extracting(SubmissionDetails::id)
                    .containsExactlyInAnyOrder(first, second);
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
            statistics.setStatisticsEnabled(false);
            assertThat(submissions.findAll(List.of())).isEmpty();
        }

        @Test
        void whatPeopleDecidedIsKeptUntilItIsTakenBack() {
            SubmissionId decided = store(Assessment.unscored("no model")).id();
            SubmissionId other = store(Assessment.unscored("no model")).id();
            inTransaction(() ->
                    submissions.resolve(List.of(decided), Resolution.REJECTED, Optional.of(Emotion.FEAR), "ann", AT));
            assertThat(outcome(decided))
                    .contains(new Outcome(Resolution.REJECTED, Optional.of(Emotion.FEAR), "ann", AT));
            assertThat(outcome(other)).isEmpty();
            inTransaction(
                    () -> submissions.resolve(List.of(decided), Resolution.APPROVED, Optional.empty(), "bob", AT));
            assertThat(outcome(decided)).contains(new Outcome(Resolution.APPROVED, Optional.empty(), "bob", AT));
            inTransaction(() -> submissions.reopen(List.of(decided)));
            assertThat(outcome(decided)).isEmpty();
        }

        @Test
        void aDecisionIsKeptOnlyTogetherWithItsTransaction() {
            SubmissionId id = store(Assessment.unscored("no model")).id();
            assertThatExceptionOfType(IllegalTransactionStateException.class)
                    .isThrownBy(
                            () -> submissions.resolve(List.of(id), Resolution.APPROVED, Optional.empty(), "ann", AT));
            transaction.executeWithoutResult(running -> {
                submissions.resolve(List.of(id), Resolution.APPROVED, Optional.empty(), "ann", AT);
                running.setRollbackOnly();
            });
            assertThat(outcome(id)).isEmpty();
        }

        private Optional<Outcome> outcome(SubmissionId id) {
            return catalogue.find(id).orElseThrow().outcome();
        }

        private void inTransaction(Runnable work) {
            transaction.executeWithoutResult(running -> work.run());
        }

        private SubmissionDetails store(Assessment assessment) {
            NewSubmission submission =
                    new NewSubmission(Optional.empty(), "forum", Optional.empty(), "hello", Optional.empty());
            return arrivals.store(List.of(new Assessed(submission, assessment)), Actor.service(), stored -> {})
                    .get(0);
        }

        private static Scoring calm() {
            return scoring(new EmotionScores(List.of(0.0, 1.0, 0.0, 0.0, 0.0, 0.0)), Set.of());
        }

        private static Scoring scoring(EmotionScores scores, Set<Notice> notices) {
            return new Scoring(scores, notices, 7, "checkpoint-1", "fp32", 12);
        }

        private static Ruling ruling(Verdict verdict, @org.jspecify.annotations.Nullable QueueName queue) {
            return new Ruling("default@1", new Judgement(verdict, Optional.ofNullable(queue), List.of(), 1));
        }
    }
}
