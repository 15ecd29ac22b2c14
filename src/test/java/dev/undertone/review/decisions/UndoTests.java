package dev.undertone.review.decisions;

import static dev.undertone.policy.QueueName.CONDUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import dev.undertone.moderation.Intake;
import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.SubmissionDetails;
import dev.undertone.review.LastDecision;
import dev.undertone.review.NoSuchItem;
import dev.undertone.review.ReviewCases;
import dev.undertone.review.ReviewStatus;
import dev.undertone.review.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was decided can be taken back, as long as nothing was built on it. */
final class UndoTests {

    @Nested
    @OnH2
    class H2 extends Cases {}

    @Nested
    @OnPostgres
    class Postgres extends Cases {}

    abstract static class Cases extends ReviewCases {

        @Autowired
        private Intake intake;

        @Test
        void theItemIsAsItWasAndAnybodyCanClaimIt() {
            UUID id = hold(CONDUCT, 0.9);
            Situation before = item(id).situation();
            Decision made = decide(id, Outcome.REJECTED, ANNA);

            List<Decision> undoing = undo.undo(made.id(), ANNA);

            assertThat(item(id).situation()).isEqualTo(before);
            assertThat(item(id).lastDecision()).isEmpty();
            assertThat(queue.find(id).lease()).isEmpty();
            assertThat(undoing).singleElement().satisfies(one -> {
                assertThat(one.outcome()).isEqualTo(Outcome.UNDONE);
                assertThat(one.undoes()).contains(made.id());
            });
            assertThat(claims.next(Optional.empty(), BEN)).contains(id);
            assertThat(trail(id)).endsWith("decision.made", "decision.undone", "reviewable.claimed");
        }

        @Test
        void noRowIsRewritten() {
            UUID id = hold(CONDUCT, 0.9);
            Decision made = decide(id, Outcome.REJECTED, ANNA);
            Map<String, Object> row = row(made.id());

            undo.undo(made.id(), LEA);

            assertThat(row(made.id())).isEqualTo(row);
            assertThat(history.of(id)).hasSize(2);
        }

        private Map<String, Object> row(UUID decision) {
            return jdbc.sql("select * from decision where id = ?")
                    .param(decision)
                    .query()
                    .singleRow();
        }

        @Test
        void theSubmissionIsOpenAgain() {
            SubmissionDetails submitted = intake.submit(
                            new NewSubmission(
                                    Optional.of("1"), "forum", Optional.of("x"), "I am furious", Optional.empty()),
                            ANNA.actor())
                    .submission();
            Decision made = decide(itemOf(submitted.id()), Outcome.REJECTED, ANNA);
            assertThat(resolution(submitted)).isEqualTo("REJECTED");

            undo.undo(made.id(), ANNA);

            assertThat(resolution(submitted)).isNull();
        }

        private @org.jspecify.annotations.Nullable Object resolution(SubmissionDetails submission) {
            return jdbc.sql("select resolution from submission where id = ?")
                    .param(submission.id().value())
                    .query()
                    .singleRow()
                    .get("resolution");
        }

        @Test
        void anAssignedItemGoesBackToItsPersonWithANewToken() {
            UUID id = hold(CONDUCT, 0.9);
            claims.claim(id, ANNA);
            long token = lease(id).token();
            assignments.hold(id, token, Optional.empty(), Optional.of(clock.instant()), ANNA);
            Situation before = item(id).situation();

            undo.undo(decide(id, Outcome.APPROVED, ANNA).id(), ANNA);

            assertThat(item(id).situation()).isEqualTo(before);
            assertThat(item(id).status()).isEqualTo(ReviewStatus.HELD);
            assertThat(lease(id).holderName()).isEqualTo("anna");
            assertThat(lease(id).token()).isGreaterThan(token);
        }

        @Test
        void decisionsAreTakenBackOneBehindTheOther() {
            UUID id = hold(CONDUCT, 0.9);
            Decision escalation = decide(id, Outcome.ESCALATED, ANNA);
            Decision approval = decide(id, Outcome.APPROVED, LEA);

            UndoRefused refused = catchThrowableOfType(UndoRefused.class, () -> undo.undo(escalation.id(), ANNA));
            assertThat(refused).hasMessageContaining("lea decided APPROVED");
            assertThat(refused.inTheWay()).extracting(Decision::id).containsExactly(approval.id());

            undo.undo(approval.id(), LEA);
            assertThat(item(id).status()).isEqualTo(ReviewStatus.ESCALATED);
            assertThat(item(id).lastDecision().map(LastDecision::id)).contains(escalation.id());

            undo.undo(escalation.id(), ANNA);
            assertThat(item(id).status()).isEqualTo(ReviewStatus.OPEN);
            assertThat(item(id).escalated()).isFalse();
        }

        @Test
        void whoWorksOnAnEscalatedItemIsInTheWay() {
            UUID id = hold(CONDUCT, 0.9);
            Decision escalation = decide(id, Outcome.ESCALATED, ANNA);
            claims.claim(id, LEA);
            assertThatThrownBy(() -> undo.undo(escalation.id(), ANNA)).hasMessageContaining("held by lea");
            assignments.hold(id, lease(id).token(), Optional.empty(), Optional.empty(), LEA);
            clock.advance(Duration.ofMinutes(10));
            assertThatThrownBy(() -> undo.undo(escalation.id(), ANNA)).hasMessageContaining("held by lea");

            assignments.unhold(id, OptionalLong.empty(), LEA);
            undo.undo(escalation.id(), ANNA);

            assertThat(item(id).status()).isEqualTo(ReviewStatus.OPEN);
        }

        @Test
        void nothingIsTakenBackTwice() {
            UUID id = hold(CONDUCT, 0.9);
            Decision made = decide(id, Outcome.APPROVED, ANNA);
            undo.undo(made.id(), ANNA);

            assertThatThrownBy(() -> undo.undo(made.id(), LEA)).hasMessageContaining("was undone by anna");
        }

        @Test
        void anUndoCannotBeUndone() {
            Decision made = decide(hold(CONDUCT, 0.9), Outcome.APPROVED, ANNA);
            Decision undoing = undo.undo(made.id(), ANNA).get(0);

            assertThatThrownBy(() -> undo.undo(undoing.id(), LEA)).hasMessageContaining("decide about the item again");
        }

        @Test
        void peopleUndoTheirOwnOfTheLastDayAndLeadsAny() {
            Decision made = decide(hold(CONDUCT, 0.9), Outcome.APPROVED, ANNA);
            assertThatThrownBy(() -> undo.undo(made.id(), BEN)).hasMessageContaining("anna's");
            clock.advance(Duration.ofHours(24).plusSeconds(1));
            assertThatThrownBy(() -> undo.undo(made.id(), ANNA)).hasMessageContaining("(24 h); ask a lead");

            assertThat(undo.undo(made.id(), LEA)).hasSize(1);
        }

        @Test
        void anUnknownDecisionIsUnknown() {
            assertThatThrownBy(() -> undo.undo(UUID.randomUUID(), LEA)).isInstanceOf(NoSuchItem.class);
        }
    }
}
