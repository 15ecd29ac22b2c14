package dev.undertone.moderation.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.undertone.audit.Actor;
import dev.undertone.audit.Change;
import dev.undertone.database.MovableClock;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.EmotionScores;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.StandingPolicies.Ruling;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.moderation.SubmissionHeld;
import dev.undertone.moderation.SubmissionId;
import dev.undertone.policy.Evidence;
import dev.undertone.policy.Judgement;
import dev.undertone.policy.QueueName;
import dev.undertone.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What belongs to a stored submission is there if and only if the submission is. */
final class ArrivalsTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases {

        private static final EmotionScores CALM = new EmotionScores(List.of(0.0, 1.0, 0.0, 0.0, 0.0, 0.0));
        private static final Scoring SCORING = new Scoring(CALM, Set.of(), 7, "checkpoint-1", "fp32", 12);
        private static final String TEXT = "a secret that may have to be erased";

        @Autowired
        private SubmissionRows rows;

        @Autowired
        private MovableClock clock;

        @Autowired
        private TransactionTemplate transaction;

        private final List<Object> events = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private final List<Evidence> shadowed = new ArrayList<>();

        @Test
        void whoHasToLookIsToldWhatTheMachineSaid() {
            Judgement judgement =
                    new Judgement(new Verdict.Hold(QueueName.CARE), Optional.of(QueueName.CARE), List.of(), 1);
            SubmissionDetails stored =
                    store(events::add, Assessment.judged(SCORING, new Ruling("default@1", judgement)));
            assertThat(events)
                    .containsExactly(new SubmissionHeld(
                            stored.id(),
                            "forum",
                            QueueName.CARE,
                            Optional.of(judgement),
                            Optional.of(CALM),
                            Optional.of("default@1"),
                            Optional.of("checkpoint-1"),
                            clock.instant()));
        }

        @Test
        void anAllowedOneAboutWhichRulesDisagreedIsLookedAtToo() {
            Judgement judgement = new Judgement(new Verdict.Allow(), Optional.of(QueueName.CONDUCT), List.of(), 1);
            store(events::add, Assessment.judged(SCORING, new Ruling("default@1", judgement)));
            assertThat(events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SubmissionHeld.class,
                            held -> assertThat(held.queue()).isEqualTo(QueueName.CONDUCT));
        }

        @Test
        void nobodyIsToldOfWhatNobodyHasToLookAt() {
            store(events::add, allowed());
            assertThat(events).isEmpty();
            assertThat(changes).hasSize(1);
        }

        @Test
        void whatWasNotScoredWaitsForAPersonAndNoShadowIsAsked() {
            store(events::add, Assessment.unscored("no model"));
            assertThat(events).singleElement().isInstanceOfSatisfying(SubmissionHeld.class, held -> {
                assertThat(held.queue()).isEqualTo(QueueName.UNCERTAIN);
                assertThat(held.scores()).isEmpty();
            });
            assertThat(shadowed).isEmpty();
            assertThat(changes.get(0).after())
                    .containsEntry("obstacle", "no model")
                    .containsEntry("verdict", "HOLD");
        }

        @Test
        void shadowsSeeWhatTheLivePolicySaw() {
            store(events::add, allowed());
            assertThat(shadowed).containsExactly(new Evidence(CALM, Set.of(), "forum", TEXT.length()));
        }

        @Test
        void theAuditTrailHoldsAHashInsteadOfTheText() {
            SubmissionDetails first = store(events::add, allowed());
            store(events::add, allowed());
            Change change = changes.get(0);
            assertThat(change.action()).isEqualTo("submission.received");
            assertThat(change.subjectId()).isEqualTo(first.id().toString());
            assertThat(change.checkpoint()).contains("checkpoint-1");
            assertThat(change.policyVersion()).contains("default@1");
            assertThat(change.after()).containsEntry("verdict", "ALLOW").doesNotContainKey("queue");
            assertThat(change.toString()).doesNotContain(TEXT, "zoltan", "m-1");
            assertThat(change.after().get("textHash"))
                    .as("hashes of equal texts differ, so that nobody can compare them")
                    .hasSize(64)
                    .isNotEqualTo(changes.get(1).after().get("textHash"));
        }

        @Test
        void aListenerThatFailsTakesTheSubmissionBack() {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> store(
                            event -> {
                                throw new IllegalStateException("the queue is broken");
                            },
                            Assessment.unscored("no model")));
            assertThat(rows.count()).isZero();
        }

        private static Assessment allowed() {
            Judgement judgement = new Judgement(new Verdict.Allow(), Optional.empty(), List.of(), 1);
            return Assessment.judged(SCORING, new Ruling("default@1", judgement));
        }

        private SubmissionDetails store(ApplicationEventPublisher publisher, Assessment assessment) {
            StandingPolicies policies = new StandingPolicies() {
                @Override
                public Ruling judge(Evidence evidence) {
                    throw new AssertionError("judged already");
                }

                @Override
                public void recordShadows(SubmissionId id, Evidence evidence, Verdict done) {
                    shadowed.add(evidence);
                }
            };
            Arrivals arrivals = new Arrivals(rows, policies, (by, change) -> changes.add(change), publisher, clock);
            NewSubmission submission = new NewSubmission(
                    Optional.of("m-" + (changes.size() + 1)), "forum", Optional.of("zoltan"), TEXT, Optional.empty());
            return transaction.execute(running -> arrivals.store(
                            List.of(new Assessed(submission, assessment)), Actor.service(), stored -> {})
                    .get(0));
        }
    }
}
