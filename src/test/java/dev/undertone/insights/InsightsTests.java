package dev.undertone.insights;

import static dev.undertone.policy.QueueName.CARE;
import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.emotion.Emotion;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionRemoval;
import dev.undertone.moderation.erasure.AuthorErasure;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.decisions.Decision;
import dev.undertone.review.decisions.Feedback;
import dev.undertone.review.decisions.Opinion;
import dev.undertone.review.decisions.Outcome;
import dev.undertone.review.reading.ItemDetails;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the figures count, on both databases. */
final class InsightsTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private Intake intake;

        @Autowired
        private Insights insights;

        @Autowired
        private AuthorErasure erasure;

        @Autowired
        private SubmissionRemoval removal;

        @BeforeEach
        void forgetOtherTests() {
            insights.forget();
        }

        @Test
        void aDayCountsWhatCameInByItsStrongestEmotion() {
            submit("I am furious with you");
            submit("I am so happy today");
            clock.advance(Duration.ofDays(1));
            submit("what a happy little dog");
            Report report = insights.report(Period.WEEK);
            assertThat(report.days()).hasSize(7);
            Day first = day(report, "2026-01-05");
            assertThat(first.emotions()).containsEntry(Emotion.ANGER, 1L).containsEntry(Emotion.JOY, 1L);
            assertThat(first.flagged()).isEqualTo(1);
            assertThat(first.flagRate())
                    .hasValueSatisfying(rate -> assertThat(rate.value()).isEqualTo(0.5));
            assertThat(day(report, "2026-01-06").submissions()).isEqualTo(1);
            assertThat(day(report, "2026-01-04").flagRate()).isEmpty();
            assertThat(report.submissions()).isEqualTo(3);
        }

        @Test
        void whatIsOlderThanThePeriodDoesNotCount() {
            submit("I am furious with you");
            clock.advance(Duration.ofDays(7));
            assertThat(insights.report(Period.WEEK).submissions()).isZero();
            assertThat(insights.report(Period.MONTH).submissions()).isEqualTo(1);
        }

        @Test
        void theBacklogAtTheEndOfADayIsWhatStillWaited() {
            holdAll(CONDUCT, 0.9, 3);
            UUID decided = hold(CARE, 0.9);
            clock.advance(Duration.ofDays(1));
            decide(decided, Outcome.APPROVED, Optional.empty());
            Report report = insights.report(Period.WEEK);
            assertThat(day(report, "2026-01-05").backlog()).isEqualTo(4);
            assertThat(day(report, "2026-01-06").backlog()).isEqualTo(3);
            assertThat(day(report, "2026-01-06").outcomes()).containsEntry("APPROVED", 1L);
            clock.advance(Duration.ofDays(7));
            insights.forget();
            assertThat(insights.report(Period.WEEK).days())
                    .extracting(Day::backlog)
                    .containsOnly(3L);
        }

        @Test
        void aQueueTellsHowLongItsItemsTookAndWait() {
            for (int minutes : new int[] {1, 3, 9}) {
                UUID id = hold(CONDUCT, 0.9);
                clock.advance(Duration.ofMinutes(minutes));
                decide(id, Outcome.REJECTED, Optional.empty());
            }
            hold(CONDUCT, 0.9);
            assertThat(insights.report(Period.WEEK).queues()).singleElement().satisfies(queue -> {
                assertThat(queue.decided()).isEqualTo(3);
                assertThat(queue.median()).contains(Duration.ofMinutes(3));
                assertThat(queue.slow()).contains(Duration.ofSeconds(468));
                assertThat(queue.waiting()).isEqualTo(1);
                assertThat(queue.oldest()).contains(clock.instant());
            });
        }

        @Test
        void aRuleIsOverriddenByWhoeverLetsPassWhatItHeld() {
            decide(hold(CONDUCT, 0.9), Outcome.APPROVED, Optional.of(Feedback.POLICY_WRONG));
            decide(hold(CONDUCT, 0.9), Outcome.REJECTED, Optional.of(Feedback.BOTH_RIGHT));
            decide(hold(CONDUCT, 0.9), Outcome.REJECTED, Optional.empty());
            decide(hold(CONDUCT, 0.9), Outcome.IGNORED, Optional.empty());
            assertThat(insights.report(Period.WEEK).rules()).containsExactly(new RuleFigures("rage", 1, 2, 1, 1));
        }

        @Test
        void whatWasUndoneIsNotCounted() {
            Decision made = decide(hold(CONDUCT, 0.9), Outcome.APPROVED, Optional.of(Feedback.BOTH_RIGHT));
            undo.undo(made.id(), ANNA);
            Report report = insights.report(Period.WEEK);
            assertThat(report.decided()).isZero();
            assertThat(report.waiting()).isEqualTo(1);
            assertThat(report.rules()).isEmpty();
            assertThat(report.calibration()).extracting(CalibrationBin::items).containsOnly(0L);
            assertThat(day(report, "2026-01-05").outcomes()).isEmpty();
        }

        @Test
        void calibrationListensOnlyToWhoeverSaidSomethingAboutTheEmotion() {
            decide(hold(CONDUCT, 0.91), Outcome.REJECTED, Optional.of(Feedback.BOTH_RIGHT));
            decide(hold(CONDUCT, 0.93), Outcome.APPROVED, Optional.of(Feedback.EMOTION_WRONG));
            decide(hold(CONDUCT, 0.97), Outcome.APPROVED, Optional.empty());
            decide(hold(CONDUCT, 1.0), Outcome.REJECTED, Optional.of(Feedback.POLICY_WRONG));
            CalibrationBin top = insights.report(Period.WEEK).calibration().get(9);
            assertThat(top.items()).isEqualTo(3);
            assertThat(top.right()).isEqualTo(2);
            assertThat(top.meanProbability()).isCloseTo((0.91 + 0.93 + 1.0) / 3, within(1e-9));
        }

        @Test
        void whoeverNamesTheEmotionThatTheModelReadFindsItRight() {
            decide(hold(CONDUCT, 0.91), Optional.of(Emotion.ANGER));
            decide(hold(CONDUCT, 0.93), Optional.of(Emotion.SADNESS));
            CalibrationBin top = insights.report(Period.WEEK).calibration().get(9);
            assertThat(top.items()).isEqualTo(2);
            assertThat(top.right()).isEqualTo(1);
        }

        @Test
        void whatAnErasedAuthorLeftUndecidedWaitsNoLongerAndTheFiguresTellAtOnce() {
            submit("I am furious with you", "bob");
            submit("I am furious too", "ann");
            clock.advance(Duration.ofDays(1));
            assertThat(insights.report(Period.WEEK).waiting()).isEqualTo(2);

            erasure.erase("ann", ANNA.actor());

            Report report = insights.report(Period.WEEK);
            assertThat(report.waiting()).isEqualTo(1);
            assertThat(day(report, "2026-01-05").backlog()).isEqualTo(2);
            assertThat(day(report, "2026-01-06").backlog()).isEqualTo(1);
            assertThat(day(report, "2026-01-06").outcomes()).isEmpty();
            assertThat(report.submissions()).as("of which the scores stay").isEqualTo(2);
            clock.advance(Duration.ofDays(7));
            insights.forget();
            assertThat(insights.report(Period.WEEK).days())
                    .extracting(Day::backlog)
                    .containsOnly(1L);
        }

        @Test
        void removedSubmissionsLeaveTheFiguresAtOnce() {
            submit("I am furious with you");
            assertThat(insights.report(Period.WEEK).submissions()).isEqualTo(1);

            transaction.executeWithoutResult(
                    running -> removal.removeAllOf(ANNA.actor().id(), ANNA.actor()));

            Report report = insights.report(Period.WEEK);
            assertThat(report.submissions()).isZero();
            assertThat(report.waiting()).isZero();
            assertThat(report.days()).extracting(Day::backlog).containsOnly(0L);
        }

        private void submit(String text) {
            submit(text, "somebody");
        }

        private void submit(String text, String author) {
            intake.submit(
                    new NewSubmission(Optional.empty(), "forum", Optional.of(author), text, Optional.empty()),
                    ANNA.actor());
        }

        private Decision decide(UUID id, Outcome outcome, Optional<Feedback> feedback) {
            return decide(id, new Opinion(outcome, Optional.empty(), Optional.empty(), feedback));
        }

        private void decide(UUID id, Optional<Emotion> correction) {
            decide(id, new Opinion(Outcome.REJECTED, Optional.empty(), correction, Optional.empty()));
        }

        private Decision decide(UUID id, Opinion opinion) {
            claims.claim(id, ANNA);
            ItemDetails details = queue.find(id);
            return decisions.decide(
                    id, details.item().version(), details.lease().orElseThrow().token(), opinion, ANNA);
        }

        private static Day day(Report report, String date) {
            return report.days().stream()
                    .filter(day -> day.date().equals(LocalDate.parse(date)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
